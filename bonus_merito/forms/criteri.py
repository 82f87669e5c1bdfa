"""The criteria as they are typed: a version, its head, an area, a criterion, the adoption."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from bonus_merito.enums import Categoria
from bonus_merito.forms.campi import RigheField
from bonus_merito.models import AreaDeiCriteri, Criteri
from bonus_merito.rules.criteri import LIVELLI
from bonus_merito.services.criteri import (
    DatiArea,
    DatiTestata,
    DatiVersione,
)
from cpia.norme.enums import scelte
from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.norme.forms.versione import ConVersione, VersioneField
from cpia.scuola.models import AnnoScolastico
from cpia.scuola.parole import data_estesa
from organi_collegiali.models import Delibera

TESTO = 600


class VersioneNuovaForm(ConViolazioni):
    """For which year, whose work, from where."""

    anno: "forms.ModelChoiceField[AnnoScolastico]" = forms.ModelChoiceField(
        label="Anno scolastico", queryset=None, empty_label=None,
        error_messages={"required": "Scegli l’anno.", "invalid_choice": "Scegli l’anno."},
    )  # fmt: skip
    categoria = forms.ChoiceField(label="Di chi", choices=scelte(Categoria))
    da = forms.ChoiceField(
        label="Da quali criteri si parte",
        help_text="Si copia ogni parola: poi si cambia quello che serve.",
        error_messages={
            "required": "Scegli da dove si parte.", "invalid_choice": "Scegli da dove si parte.",
        },
    )  # fmt: skip

    def __init__(
        self,
        dati: Any = None,
        *,
        anni: QuerySet[AnnoScolastico],
        partenze: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__(dati)
        self.fields["anno"].queryset = anni
        self.fields["da"].choices = partenze

    @property
    def dati(self) -> DatiVersione:
        """What the service takes."""
        puliti = self.cleaned_data
        return DatiVersione(puliti["anno"].pk, Categoria(puliti["categoria"]), puliti["da"])


class TestataForm(ConVersione):
    """Title, ways of finding the activities, the levels of Tabella A."""

    AZIONI = ("scrive criteri del bonus", "prepara criteri del bonus")

    titolo = forms.CharField(
        label="Titolo", max_length=200, error_messages={"required": "Scrivi il titolo."}
    )
    individuazione = RigheField(
        label="Come si individuano le attività", help_text="Una riga per ogni modo."
    )

    def __init__(self, *args: Any, **altro: Any) -> None:
        super().__init__(*args, **altro)
        for livello in LIVELLI:
            self.fields[f"livello_{livello}"] = forms.CharField(
                label=f"Livello {livello} della Tabella A", max_length=2000, required=False,
                widget=forms.Textarea(attrs={"rows": 4}),
            )  # fmt: skip
        self.fields["livello_1"].help_text = "Il livello 1 è il più alto."

    def attuali(self, riga: Criteri) -> dict[str, Any]:
        livelli = {f"livello_{n}": riga.livelli.get(str(n), "") for n in LIVELLI}
        return {"titolo": riga.titolo, "individuazione": riga.individuazione, **livelli}

    @property
    def dati(self) -> DatiTestata:
        """What the service takes."""
        puliti = self.scritti
        livelli = {str(n): puliti[f"livello_{n}"] for n in LIVELLI if puliti[f"livello_{n}"]}
        return DatiTestata(puliti["titolo"], puliti["individuazione"], livelli)


class AreaForm(ConVersione):
    """What an area is; descriptors and examples, one a line."""

    AZIONI = ("scrive area dei criteri", "prepara criteri del bonus")

    testo = forms.CharField(
        label="Che cosa guarda", max_length=TESTO, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Scrivi che cosa guarda quest’area."},
    )  # fmt: skip
    descrittori = RigheField(label="Descrittori", help_text="Uno per riga.")
    incarichi = RigheField(label="Esempi di incarichi", help_text="Uno per riga.")

    def attuali(self, riga: AreaDeiCriteri) -> dict[str, Any]:
        return {nome: getattr(riga, nome) for nome in ("testo", "descrittori", "incarichi")}

    @property
    def dati(self) -> DatiArea:
        """What the service takes."""
        return DatiArea(**self.scritti)


class AdozioneForm(ConViolazioni):
    """The deliberation of the portal and the decree beside it, or an act of before."""

    delibera: "forms.ModelChoiceField[Delibera]" = forms.ModelChoiceField(
        label="Delibera nel portale", queryset=None, required=False, empty_label="nessuna",
        error_messages={"invalid_choice": "Scegli una delibera di questo elenco."},
    )  # fmt: skip
    atto = forms.CharField(
        label="Decreto del dirigente, o atto di adozione", max_length=200, required=False,
        help_text="Accanto alla delibera, se c’è un decreto che la rende esecutiva; da solo, se la "
        "delibera non è nel portale. Per esempio: decreto n. 334, prot. n. 5279.",
    )  # fmt: skip
    adottati_il = Giorno(label="Giorno del decreto o dell’atto", required=False)
    versione = VersioneField()
    riletto = forms.BooleanField(
        label="Ho riletto i criteri",
        error_messages={"required": "Rileggi i criteri e spunta la casella."},
    )

    def __init__(self, dati: Any = None, *, delibere: QuerySet[Delibera], versione: int) -> None:
        super().__init__(dati, initial={"versione": versione})
        self.fields["delibera"].queryset = delibere
        self.fields["delibera"].label_from_instance = _detta


def _detta(delibera: Delibera) -> str:
    giorno = data_estesa(timezone.localdate(delibera.adottata_il))
    return f"n. {delibera.numero} del {giorno}, {delibera.organo.nome}: {delibera.oggetto}"[:160]
