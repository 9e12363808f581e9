"""A regulation as data for its pages."""
