"""The individual agreement of an adult: welcome, recognition of credits, agreement, attendance."""
