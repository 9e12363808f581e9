"""The regulations in the browser: pages, the text beside them, a bench to try them on."""
