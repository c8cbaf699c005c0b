"""Build the website: the MkDocs plugin and what it puts into the site."""
