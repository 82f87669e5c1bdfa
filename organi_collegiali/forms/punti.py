"""An item of the agenda and what is on file for it."""

from datetime import date
from textwrap import shorten
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet

from cpia.atti.caricamenti import ESTENSIONI_AMMESSE, FileAccettato, FileRifiutato, controlla
from cpia.norme.enums import Organo
from cpia.scuola.parole import con_maiuscola, data_estesa
from organi_collegiali.enums import NaturaPunto
from organi_collegiali.models import Delibera, OrganoCollegiale, Punto
from organi_collegiali.queries.convocazione.precedenti import delibere_collegabili
from organi_collegiali.services.convocazione.agenda import DatiPunto
from organi_collegiali.services.convocazione.allegati import DatiAllegato

TITOLO_MASSIMO = 600
NATURE = [
    (natura.value, con_maiuscola(natura.etichetta))
    for natura in NaturaPunto
    if natura is not NaturaPunto.VERBALE
]


class TitoloForm(forms.Form):
    """A new item: only its title, the rest follows."""

    titolo = forms.CharField(
        max_length=TITOLO_MASSIMO,
        error_messages={
            "required": "Scrivi il titolo del punto.",
            "max_length": "Il titolo ha %(show_value)d caratteri: al più sono 600.",
        },
    )


class PuntoForm(TitoloForm):
    """An item: its words, what it asks, whether it is about persons."""

    natura = forms.ChoiceField(label="Che cosa chiede", choices=NATURE)
    su_persone = forms.BooleanField(label="Riguarda persone", required=False)
    titolo_pubblico = forms.CharField(
        label="Titolo senza nomi",
        required=False,
        max_length=300,
        help_text="È quello che si legge all’albo.",
    )
    riservato = forms.BooleanField(
        label="Punto riservato",
        required=False,
        help_text="All’albo si legge solo che c’è un punto riservato.",
    )
    versione = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, punto: Punto, **kwargs: Any) -> None:
        nomi = ("titolo", "natura", "su_persone", "titolo_pubblico", "riservato", "versione")
        kwargs.setdefault("initial", {nome: getattr(punto, nome) for nome in nomi})
        kwargs["auto_id"] = f"punto-{punto.pk}-%s"
        super().__init__(*args, **kwargs)
        if punto.natura == NaturaPunto.VERBALE:
            del self.fields["natura"]
        elif punto.seduta.organo.norma != Organo.CONSIGLIO_CLASSE:
            # Only the council of a class decides on the next class of a pupil.
            self.fields["natura"].choices = [
                scelta for scelta in NATURE if scelta[0] != NaturaPunto.NON_AMMISSIONE
            ]
        self.natura_di_prima = punto.natura

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        if dati.get("natura") == NaturaPunto.NON_AMMISSIONE and not dati.get("su_persone"):
            testo = "La non ammissione riguarda una persona: metti la spunta."
            self.add_error("su_persone", testo)
        if dati.get("su_persone") and not dati.get("titolo_pubblico"):
            testo = "Scrivi come si chiama il punto per chi legge l’albo, senza nomi."
            self.add_error("titolo_pubblico", testo)
        return dati

    @property
    def dati(self) -> DatiPunto:
        """What the service takes."""
        puliti = self.cleaned_data
        return DatiPunto(
            titolo=puliti["titolo"],
            natura=puliti.get("natura") or self.natura_di_prima,
            su_persone=puliti["su_persone"],
            titolo_pubblico=puliti["titolo_pubblico"],
            riservato=puliti["riservato"],
        )


class DepositoForm(forms.Form):
    """The file of something that was awaited, looked through before it is kept."""

    file = forms.FileField(
        max_length=200,
        widget=forms.ClearableFileInput(attrs={"accept": ESTENSIONI_AMMESSE}),
        error_messages={
            "required": "Scegli un file dal computer.",
            "empty": "Il file è vuoto.",
            "max_length": "Il nome del file è troppo lungo: accorcialo.",
        },
    )

    def clean_file(self) -> FileAccettato | None:
        caricato: UploadedFile | None = self.cleaned_data["file"]
        if caricato is None:
            return None
        try:
            return controlla(caricato)
        except FileRifiutato as rifiuto:
            raise forms.ValidationError(rifiuto.messaggio) from rifiuto

    @property
    def dati(self) -> DatiAllegato:
        """What the service takes."""
        return DatiAllegato(titolo="", file=self.cleaned_data["file"])


class SceltaDelibera(forms.ModelChoiceField):
    """A deliberation by its number, its day and what it is about."""

    def label_from_instance(self, obj: Delibera) -> str:
        oggetto = obj.oggetto_pubblico or obj.oggetto
        quale = f"n. {obj.numero} del {data_estesa(obj.adottata_il)}, {obj.organo}"
        return f"{quale}: {shorten(oggetto, 90, placeholder=' …')}"


class AllegatoForm(DepositoForm):
    """A file, an earlier deliberation, or the title and the day of what is awaited."""

    titolo = forms.CharField(
        label="Titolo",
        required=False,
        max_length=160,
        help_text="Se manca, è il nome del file.",
    )
    delibera = SceltaDelibera(
        None, label="Oppure una delibera già presa", required=False, empty_label="Nessuna"
    )
    atteso_entro = forms.DateField(
        label="Oppure si attende: entro il giorno",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        help_text="Per un documento che deve ancora arrivare: scrivi il titolo e il giorno.",
        error_messages={"invalid": "Scrivi il giorno come 10/06/2024."},
    )
    riservato = forms.BooleanField(
        label="Riservato: lo legge solo chi siede nell’organo", required=False
    )

    field_order = ("file", "titolo", "delibera", "atteso_entro", "riservato")

    def __init__(
        self,
        *args: Any,
        organo: OrganoCollegiale,
        leggibili: QuerySet[Delibera],
        oggi: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.oggi = oggi
        self.fields["file"].required = False
        self.fields["delibera"].queryset = delibere_collegabili(organo, leggibili)

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        if self.errors:
            return dati
        if sum(bool(dati.get(nome)) for nome in ("file", "delibera", "atteso_entro")) != 1:
            testo = "Scegli una cosa sola: un file, una delibera, o ciò che si attende."
            self.add_error("file", testo)
        elif dati.get("atteso_entro"):
            self._atteso(dati)
        return dati

    def _atteso(self, dati: dict[str, Any]) -> None:
        if not dati.get("titolo"):
            self.add_error("titolo", "Scrivi che cosa si attende.")
        if dati["atteso_entro"] < self.oggi:
            self.add_error("atteso_entro", "Quel giorno è già passato.")

    @property
    def dati(self) -> DatiAllegato:
        """What the service takes."""
        puliti = self.cleaned_data
        delibera: Delibera | None = puliti["delibera"]
        return DatiAllegato(
            titolo=puliti["titolo"] or (f"Delibera n. {delibera.numero}" if delibera else ""),
            file=puliti["file"],
            delibera_id=delibera.pk if delibera else None,
            atteso_entro=puliti["atteso_entro"],
            riservato=puliti["riservato"],
        )
