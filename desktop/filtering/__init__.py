"""The filter over the whole window: chips above the centre, what they offer, their words."""
