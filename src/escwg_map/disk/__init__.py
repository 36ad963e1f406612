"""Writing to the disk: whole or not at all, also when the power goes in the middle.

One protocol everywhere: write to a draft beside the target, force it to the disk, put it in the
target's place by one rename, force the folder to the disk. Only then is anything said to be done.
"""
