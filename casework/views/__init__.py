"""The pages of casework, a file each for what belongs together."""
