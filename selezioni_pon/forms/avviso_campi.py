"""The fields of a draft: none is due but the role and the posts, a draft may lack the rest."""

from decimal import Decimal
from typing import Final

from django import forms

from cpia.norme.forms.comuni import Giorno
from cpia.norme.forms.versione import ConVersione
from cpia.scuola.models import Persona
from selezioni_pon.forms.campi import EuroField, GrigliaField, OreField, TestoLungo
from selezioni_pon.forms.selezioni import PostiField

ORARIO_MASSIMO: Final = Decimal("99999.99")


class ResponsabileField(forms.ModelChoiceField):
    """Who answers for the procedure, by name."""

    def label_from_instance(self, persona: Persona) -> str:
        return persona.nome_e_cognome


class ConCampiAvviso(ConVersione):
    """The words and the figures of a call, in the order of the page."""

    ruolo = forms.CharField(
        label="Ruolo cercato", max_length=120, error_messages={"required": "Scrivi il ruolo."}
    )
    posti = PostiField()
    ore = OreField(label="Ore per ogni persona")
    dal = Giorno(label="L’incarico comincia il", required=False)
    al = Giorno(label="e finisce il", required=False)
    luogo = forms.CharField(label="Dove si svolge", max_length=200, required=False)
    ordine_scolastico = forms.CharField(
        label="Ordine scolastico", max_length=120, required=False,
        help_text="Per esempio: scuola primaria e secondaria di primo grado.",
    )  # fmt: skip
    sospensioni = forms.CharField(
        label="Sospensioni della prestazione", max_length=300, required=False,
        help_text="Se ce ne sono: per esempio, le vacanze scolastiche.",
    )  # fmt: skip
    compenso_minimo = EuroField(label="Compenso lordo per un’ora, da", massimo=ORARIO_MASSIMO)
    compenso_massimo = EuroField(
        label="fino a", massimo=ORARIO_MASSIMO,
        help_text="Lo stesso importo se è fisso: allora nessuno fa un’offerta.",
    )  # fmt: skip
    pagamento = forms.CharField(label="Ogni quanto si paga", max_length=300, required=False)
    trattamento = forms.CharField(
        label="Trattamento fiscale e previdenziale", max_length=300, required=False
    )
    cig = forms.CharField(
        label="CIG", max_length=40, required=False, help_text="Dieci caratteri, se serve.",
        widget=forms.TextInput(attrs={"class": "corto", "autocomplete": "off"}),
    )  # fmt: skip
    titoli_di_studio = TestoLungo(label="Titoli di studio per partecipare")
    griglia = GrigliaField(
        label="Griglia di valutazione", queryset=None, required=False, empty_label="Scegli",
        error_messages={"invalid_choice": "Scegli una griglia di questo elenco."},
    )  # fmt: skip
    giorno = Giorno(label="Domande fino al", required=False)
    ora = forms.TimeField(
        label="alle ore", required=False, input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs={"type": "time", "class": "corto"}, format="%H:%M"),
        help_text="Senza ora il termine è la fine del giorno.",
        error_messages={"invalid": "Scrivi l’ora come 14:00."},
    )  # fmt: skip
    urgenza = forms.CharField(
        label="Perché un termine più breve", max_length=400, required=False,
        help_text="Solo se i giorni sono meno di quelli del regolamento: si legge nell’avviso.",
    )  # fmt: skip
    come_si_presenta = TestoLungo(label="Come si presenta la domanda")
    responsabile = ResponsabileField(
        label="Responsabile del procedimento", queryset=None, required=False, empty_label="Scegli",
        error_messages={"invalid_choice": "Scegli una persona di questo elenco."},
    )  # fmt: skip
    reclamo_giorni = forms.TypedChoiceField(
        label="Giorni per il reclamo", required=False, coerce=int, empty_value=None,
        error_messages={"invalid_choice": "Scegli un termine di questo elenco."},
    )  # fmt: skip
