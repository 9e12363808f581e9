"""One file a jurisdiction, in the order of its articles."""
