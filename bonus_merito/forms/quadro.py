"""What one tries on the board, and how a tie is settled."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from django import forms

from bonus_merito.enums import Area, Metodo
from bonus_merito.forms.campi_quadro import Euro, Numero
from bonus_merito.models import Procedura
from bonus_merito.queries.ipotesi import Ipotesi, scuole_con_regole
from bonus_merito.queries.lavagna import Cella
from bonus_merito.queries.parita import AllaPari
from bonus_merito.rules.regole import RegoleBonus
from cpia.norme.forms.comuni import ConViolazioni
from cpia.scuola.parole import con_maiuscola

SCRITTA_COME_CELLA = re.compile(r"\A[0-9]{1,18}-[ABC]\Z")
SCRITTI_ALLA_PARI = re.compile(r"\A[0-9]{1,18}(,[0-9]{1,18})*\Z")
PESO_MASSIMO = 100


class CellaForm(forms.Form):
    """The points of an area of somebody, on trial."""

    # What spoke against recording it.
    errori_dell_atto: Sequence[str] = ()

    cella = forms.RegexField(SCRITTA_COME_CELLA, widget=forms.HiddenInput)
    punti = Numero(label="Punti", required=True, error_messages={"required": "Scrivi i punti."})

    def __init__(self, *args: Any, regole: RegoleBonus, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.regole = regole

    def clean(self) -> dict[str, Any]:
        puliti = super().clean() or {}
        punti, cella = puliti.get("punti"), puliti.get("cella")
        if punti is not None and cella:
            area = Area[cella[-1]]
            peso = self.regole.pesi[area]
            if punti > peso.valore:
                testo = f"L’area {area.value} conta al più {peso.valore} ({peso.fonte})."
                self.add_error("punti", testo)
        return puliti

    @property
    def letta(self) -> Cella:
        """What is tried."""
        chi, _, area = self.cleaned_data["cella"].partition("-")
        return Cella(int(chi), Area[area], Fraction(self.cleaned_data["punti"]))


class IpotesiForm(forms.Form):
    """Other rules for the same people: every field may stay as it is."""

    metodo = forms.ChoiceField(
        label="Confronta con",
        required=False,
        error_messages={"invalid_choice": "Scegli un metodo dell’elenco."},
    )
    fondo = Euro(label="Altro fondo, euro")
    assenze = forms.IntegerField(
        label="Altra soglia di assenze, per cento",
        required=False,
        min_value=0,
        max_value=100,
        error_messages={
            "invalid": "Scrivi un numero intero, per esempio 25.",
            "min_value": "Va da 0 a 100.",
            "max_value": "Va da 0 a 100.",
        },
    )
    scuola = forms.ChoiceField(
        label="Le regole di un’altra scuola",
        required=False,
        error_messages={"invalid_choice": "Scegli una scuola dell’elenco."},
    )

    def __init__(
        self, *args: Any, procedura: Procedura, regole: RegoleBonus, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fasce = regole.fasce
        self.fields["metodo"].choices = [
            ("", "come in vigore"),
            *((metodo.value, con_maiuscola(metodo.etichetta)) for metodo in Metodo),
        ]
        self.fields["scuola"].choices = [
            ("", "questa scuola"), *scuole_con_regole(procedura)
        ]  # fmt: skip
        for numero in range(self.fasce.numero, 0, -1):
            self.fields[f"peso{numero}"] = forms.IntegerField(
                label=f"Peso della fascia {self.fasce.intervallo(numero)}",
                required=False,
                min_value=1,
                max_value=PESO_MASSIMO,
                error_messages={
                    "invalid": "Scrivi un numero intero.",
                    "min_value": "Almeno 1.",
                    "max_value": f"Al più {PESO_MASSIMO}.",
                },
            )

    @property
    def campi_peso(self) -> list[forms.BoundField]:
        """The weights, highest band first."""
        return [self[nome] for nome in self.fields if nome.startswith("peso")]

    @property
    def pesi_scritti(self) -> bool:
        """Whether some weight was typed, right or wrong."""
        return any(campo.value() for campo in self.campi_peso)

    def clean(self) -> dict[str, Any]:
        puliti = super().clean() or {}
        pesi = [puliti.get(nome) for nome in self._pesi()]
        if any(pesi) and not all(pesi) and not self.errors:
            self.add_error(self._pesi()[-1], "Scrivi il peso di ogni fascia, oppure di nessuna.")
        return puliti

    def _pesi(self) -> list[str]:
        return [f"peso{numero}" for numero in range(1, self.fasce.numero + 1)]

    @property
    def ipotesi(self) -> Ipotesi:
        """What is tried; nothing where it cannot be read."""
        if not self.is_bound or not self.is_valid():
            return Ipotesi()
        dati = self.cleaned_data
        pesi = tuple(dati[nome] for nome in self._pesi() if dati[nome]) or None
        fondo = dati["fondo"]
        return Ipotesi(
            metodo=Metodo(dati["metodo"]) if dati["metodo"] else None,
            fondo=None if fondo is None else int(fondo * 100),
            assenze=dati["assenze"],
            pesi_fascia=pesi,
            scuola=dati["scuola"],
        )


class ParitaForm(ConViolazioni):
    """Who stays among those who are level, and why."""

    pari = forms.RegexField(
        SCRITTI_ALLA_PARI, max_length=4000, widget=forms.HiddenInput, required=False
    )
    scelte = forms.MultipleChoiceField(
        label="Chi resta",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Scegli fra chi è alla pari."},
    )
    motivo = forms.CharField(
        label="Perché queste persone",
        help_text="La legge chi resta fuori: senza nomi.",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": "Sono %(show_value)d caratteri: al più sono 1000."},
    )

    def __init__(self, *args: Any, pari: AllaPari, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scelte"].choices = [(str(riga.richiesta.pk), riga.nome) for riga in pari.righe]
        self.initial["pari"] = ",".join(str(pk) for pk in sorted(pari.ids))

    @property
    def letti(self) -> list[int]:
        """The requests that the page showed as level."""
        return [int(pk) for pk in self.cleaned_data["pari"].split(",") if pk]

    @property
    def tenute(self) -> list[int]:
        """Those that are kept."""
        return [int(pk) for pk in self.cleaned_data["scelte"]]
