"""The working list of figures that contradict each other."""
