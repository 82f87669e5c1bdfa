"""The judgement on an activity, and the words on somebody as a whole."""

from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar

from django import forms

from bonus_merito.forms.campi_quadro import Numero
from bonus_merito.models import Attivita
from bonus_merito.rules.valutazione import LIVELLI, Giudizio
from bonus_merito.services.valutazioni import DatiValutazione
from cpia.norme.forms.versione import ConVersione

SI, NO = "si", "no"
TROPPO = "Sono %(show_value)d caratteri: al più sono %(limit_value)d."


class GiudizioForm(ConVersione):
    """Confirmed or not and why; level of Tabella A; points of the whole percentage."""

    AZIONI: ClassVar[tuple[str, ...]] = ("giudica attività del bonus",)

    confermata = forms.ChoiceField(
        label="L’attività",
        required=False,
        widget=forms.RadioSelect,
        choices=[(SI, "confermata"), (NO, "non confermata")],
        error_messages={"invalid_choice": "Scegli se l’attività è confermata."},
    )
    livello = forms.TypedChoiceField(
        label="Livello della Tabella A",
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
        choices=[(numero, str(numero)) for numero in LIVELLI],
        error_messages={"invalid_choice": "Scegli il livello: 1, 2 o 3."},
    )
    punti = Numero(label="Punti")
    motivo = forms.CharField(
        label="Giudizio",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Obbligatorio se non la confermi.",
        error_messages={"max_length": TROPPO},
    )

    def __init__(self, *args: Any, attivita: Attivita, **kwargs: Any) -> None:
        iniziali = self.attuali(attivita)
        proprio = {"initial": iniziali, "auto_id": f"id_{attivita.pk}_%s"}
        super().__init__(*args, **kwargs | proprio)

    def attuali(self, riga: Any) -> dict[str, Any]:
        detto = {True: SI, False: NO, None: ""}[riga.confermata]
        return {
            "confermata": detto,
            "livello": str(riga.livello or ""),
            "punti": riga.punti,
            "motivo": riga.motivo,
            "versione": riga.versione,
        }

    @property
    def giudizio(self) -> Giudizio:
        """What the service takes."""
        dati = self.cleaned_data
        punti: Decimal | None = dati["punti"]
        return Giudizio(
            confermata={SI: True, NO: False}.get(dati["confermata"]),
            livello=dati["livello"],
            punti=None if punti is None else Fraction(punti),
            motivo=dati["motivo"].strip(),
        )


class ValutazioneForm(ConVersione):
    """The additional percentage with its reason, and the motivation of the decree."""

    AZIONI: ClassVar[tuple[str, ...]] = (
        "scrive valutazione del bonus",
        "completa valutazione del bonus",
        "riapre valutazione del bonus",
    )

    aggiuntiva = Numero(
        label="Percentuale aggiuntiva",
        help_text="Per compiti svolti e mai formalizzati. Vuota, non c’è.",
    )
    motivo_aggiuntiva = forms.CharField(
        label="Per quali compiti",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": TROPPO},
    )
    motivazione = forms.CharField(
        label="Motivazione",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Va nel decreto e nella lettera: parla solo di questa persona.",
        error_messages={"max_length": TROPPO},
    )

    @property
    def dati(self) -> DatiValutazione:
        """What the service takes."""
        puliti = self.cleaned_data
        return DatiValutazione(
            aggiuntiva=puliti["aggiuntiva"] or Decimal(0),
            motivo_aggiuntiva=puliti["motivo_aggiuntiva"].strip(),
            motivazione=puliti["motivazione"].strip(),
        )
