"""The judgements on organs and sittings: is it convened in time, is it valid, is it approved."""
