"""The words of a sitting and of a vote."""

from enum import StrEnum


class FormaVotazione(StrEnum):
    PALESE = "palese"
    SEGRETA = "segreta"


class VotoPresidente(StrEnum):
    FAVOREVOLE = "favorevole"
    CONTRARIO = "contrario"
    ASTENUTO = "astenuto"


class Presenza(StrEnum):
    """How a member answered the roll call of a sitting."""

    PRESENTE = "presente"
    ASSENTE_GIUSTIFICATO = "assente_giustificato"
    ASSENTE_INGIUSTIFICATO = "assente_ingiustificato"
