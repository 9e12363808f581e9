"""An instrument's own text: read from a file, split by article, laid beside the rules."""
