"""Training of the neural tier; needs the extra `train` (PyTorch), which nothing at run time does."""
