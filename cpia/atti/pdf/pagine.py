"""How many pages a print has come to."""

import io

import pikepdf


def quante_pagine(pdf: bytes) -> int:
    """The pages of a PDF of ours."""
    with pikepdf.open(io.BytesIO(pdf)) as letto:
        return len(letto.pages)
