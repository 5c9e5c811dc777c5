"""Search compared: ours, the theme's own, Pagefind, over the same documents and queries."""
