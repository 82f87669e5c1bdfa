"""What is typed of a request: the group, an activity, its evidence."""

from collections.abc import Mapping
from typing import Any

from django import forms

from bonus_merito.enums import Gruppo
from bonus_merito.forms.campi_richieste import CartaField, ChiaveField
from bonus_merito.models import Criterio, Procedura
from bonus_merito.queries.procedure import criteri_scelti
from bonus_merito.rules.richiesta import contro_i_giorni
from bonus_merito.services.richieste import DatiProva
from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.norme.forms.versione import VERSIONE_MASSIMA, ConVersione
from cpia.scuola.access import Contesto
from cpia.scuola.parole import con_maiuscola

TESTO_MASSIMO = 4_000


class GruppoForm(ConViolazioni):
    """In which part of the list one teaches."""

    gruppo = forms.ChoiceField(
        label="Dove insegni", widget=forms.RadioSelect,
        choices=[(voce.value, con_maiuscola(voce.etichetta)) for voce in Gruppo],
        error_messages={"required": "Scegli il gruppo.", "invalid_choice": "Scegli il gruppo."},
    )  # fmt: skip

    @property
    def scelto(self) -> Gruppo:
        """The group."""
        return Gruppo(self.cleaned_data["gruppo"])


class CriterioField(forms.ModelChoiceField):
    """A criterion of the procedure."""

    def __init__(self) -> None:
        testo = "Scegli un criterio di quest’anno."
        super().__init__(
            queryset=None, label="Criterio", empty_label="Scegli",
            error_messages={"required": testo, "invalid_choice": testo},
        )  # fmt: skip

    def label_from_instance(self, criterio: Criterio) -> str:
        return f"{criterio.codice}. {criterio.testo}"


class CriterioForm(ConViolazioni):
    """The criterion of a new activity."""

    criterio = CriterioField()

    def __init__(self, *args: Any, procedura: Procedura, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["criterio"].queryset = criteri_scelti(procedura)


class AttivitaForm(ConVersione):
    """An activity; a draft may be incomplete, but its days are of the school year (art. 3)."""

    AZIONI = ("scrive attività del bonus",)

    criterio = CriterioField()
    titolo = forms.CharField(
        label="Attività", max_length=200, required=False,
        help_text="In una riga: «Laboratorio di lettura con il gruppo A2».",
        error_messages={"max_length": "Il titolo ha %(show_value)d caratteri: al più sono 200."},
    )  # fmt: skip
    testo = forms.CharField(
        label="Che cosa hai fatto", required=False, max_length=TESTO_MASSIMO,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text="Con chi, quante volte, che cosa è cambiato.",
        error_messages={"max_length": "Il testo ha %(show_value)d caratteri: al più sono 4.000."},
    )  # fmt: skip
    dal = Giorno(label="Dal", required=False)
    al = Giorno(label="Al", required=False, help_text="Vuoto se è un giorno solo o dura ancora.")
    altro_fondo = forms.CharField(
        label="Già pagata con un altro fondo", max_length=200, required=False,
        help_text="Scrivi quale: FIS, progetto PON, funzione strumentale. Vuoto se nessuno.",
        error_messages={"max_length": "Al più sono 200 caratteri."},
    )  # fmt: skip

    def __init__(self, *args: Any, procedura: Procedura, contesto: Contesto, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.procedura, self.contesto = procedura, contesto
        self.fields["criterio"].queryset = criteri_scelti(procedura)

    def clean(self) -> dict[str, Any]:
        puliti = super().clean() or self.cleaned_data
        contro = contro_i_giorni(
            puliti.get("dal"), puliti.get("al"),
            inizio=self.procedura.fondo.anno_scolastico.inizio, oggi=self.contesto.oggi,
        )  # fmt: skip
        # One that could not be read was told of already.
        self.riporta(v for v in contro if v.campo not in self.errors)
        return self.cleaned_data

    @property
    def leggibili(self) -> Mapping[str, Any]:
        """What can be kept although another field is wrong: nothing that is typed waits for it."""
        campi = {nome: v for nome, v in self.cleaned_data.items() if nome != "versione"}
        if {"dal", "al"} & set(self.errors):
            campi.pop("dal", None)
            campi.pop("al", None)
        return campi

    @property
    def errori(self) -> list[tuple[str, str]]:
        """Each thing that is wrong, with the name of its field."""
        return [(nome, str(errore)) for nome, tutti in self.errors.items() for errore in tutti]


class ProvaForm(ConViolazioni):
    """A file as evidence."""

    titolo = forms.CharField(
        label="Che cos’è", max_length=200, required=False,
        help_text="Per esempio «Relazione finale». Vuoto: il nome del file.",
    )  # fmt: skip
    file = CartaField(label="File")
    chiave = ChiaveField()

    @property
    def dati(self) -> DatiProva:
        """What the service takes."""
        return DatiProva(titolo=self.cleaned_data["titolo"], file=self.cleaned_data["file"])


class AttoForm(ConViolazioni):
    """An act of the school as evidence, chosen among those found."""

    atto = forms.IntegerField(
        widget=forms.HiddenInput, min_value=1, max_value=VERSIONE_MASSIMA,
        error_messages={"required": "Scegli un atto."},
    )  # fmt: skip
    chiave = ChiaveField()

    @property
    def dati(self) -> DatiProva:
        """What the service takes."""
        return DatiProva(atto_id=self.cleaned_data["atto"])
