"""Publishing: the slow work done once, and the finished artefacts that the web room serves."""
