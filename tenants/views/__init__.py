"""Pages of the tenant register."""
