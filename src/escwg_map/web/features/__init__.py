"""OGC API - Features: the map's data for programs, in the words of a standard.

Collections are values, drawn once from the same exports that people take away; a request picks
features whose texts are ready. `docs/ogc.md` says which classes of the standard are met, and how
each is tested.
"""
