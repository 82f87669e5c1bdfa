"""The other steps of an application that are columns of its row."""

from decimal import Decimal
from typing import Any, Final

from django import forms

from selezioni_pon.enums import Passo
from selezioni_pon.forms.campi import EuroField, TestoLungo
from selezioni_pon.forms.candidature.passo import PassoForm
from selezioni_pon.rules.offerta import Compenso

PROPOSTA_MASSIMA: Final = 20_000


class ProgettoForm(PassoForm):
    """What one proposes to do, to which the commission gives points."""

    PASSO = Passo.PROGETTO
    proposta = TestoLungo(
        label="La proposta",
        righe=16,
        max_length=PROPOSTA_MASSIMA,
        help_text="Obiettivi, attività, metodi, tempi e materiali.",
        error_messages={"max_length": "Al più %(limit_value)d caratteri: qui %(show_value)d."},
    )


class OffertaForm(PassoForm):
    """The pay that one asks for an hour, where the call has a least and a most."""

    PASSO = Passo.OFFERTA

    def __init__(self, *args: Any, compenso: Compenso, **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["offerta"] = EuroField(
            massimo=Decimal("99999.99"),
            label="Quanto chiedi per un’ora, in euro lordi",
            help_text=f"L’avviso ammette {compenso.detto}. A parità di punti può contare il prezzo "
            "più basso.",
        )


class DichiarazioniForm(PassoForm):
    """What one declares, and answers for (D.P.R. 445/2000, arts. 46-47 and 76)."""

    PASSO = Passo.DICHIARAZIONI
    diritti_civili = forms.BooleanField(
        label="Godo dei diritti civili e politici", required=False
    )  # fmt: skip
    senza_condanne = forms.BooleanField(
        label="Non ho condanne penali né altri provvedimenti iscritti nel casellario giudiziale",
        required=False,
    )
    senza_procedimenti = forms.BooleanField(
        label="Non so di essere sottoposto a procedimenti penali", required=False
    )
    risponde_del_vero = forms.BooleanField(
        label="Dichiaro che quanto scritto in questa domanda è vero e ne rispondo",
        required=False,
        help_text="D.P.R. 445/2000, artt. 46 e 47; chi dichiara il falso è punito (art. 76) e "
        "perde quanto ha ottenuto (art. 75).",
    )
