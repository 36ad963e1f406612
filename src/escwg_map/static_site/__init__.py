"""The site without a server: every page, file and answer of a publication, written to a folder."""
