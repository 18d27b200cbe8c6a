"""The recipe: a source in, the files of a pack out; the only place where the floors meet."""
