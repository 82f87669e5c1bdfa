"""The words of a vote."""

from enum import StrEnum


class FormaVotazione(StrEnum):
    PALESE = "palese"
    SEGRETA = "segreta"


class VotoPresidente(StrEnum):
    FAVOREVOLE = "favorevole"
    CONTRARIO = "contrario"
    ASTENUTO = "astenuto"
