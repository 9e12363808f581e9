"""Pages of the parks' archive."""
