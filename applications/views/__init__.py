"""The pages of applications, a file each for what belongs together."""
