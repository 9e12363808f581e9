"""Pages of this app; each declares its policy as its outermost decorator."""
