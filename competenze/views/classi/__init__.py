"""The board of a class, the reasons of its levels, the acts of coordinator and dirigente."""
