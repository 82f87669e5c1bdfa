"""What the office writes of a circular, and what it attaches to it."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from cpia.atti.caricamenti import ESTENSIONI_AMMESSE, FileAccettato, FileRifiutato, controlla
from cpia.avvisi.circolari import rules
from cpia.avvisi.circolari.queries import destinatari, elenco
from cpia.avvisi.circolari.services import DatiCircolare
from cpia.avvisi.enums import Riscontro, TipoCircolare
from cpia.avvisi.models import Circolare
from cpia.scuola.access import Contesto
from cpia.scuola.models import Classe, Sede
from cpia.scuola.parole import con_maiuscola

_GIORNO = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
PUBBLICA = [("no", "Riservata ai destinatari"), ("si", "Pubblica: anche sul sito, per tutti")]


class CircolareForm(forms.Form):
    """A draft: what it says, to whom, what it asks and by when."""

    tipo = forms.ChoiceField(label="Tipologia", choices=TipoCircolare.choices)
    oggetto = forms.CharField(
        max_length=rules.OGGETTO_MASSIMO,
        help_text="Al più 160 caratteri: è il titolo che tutti leggono.",
        error_messages={
            "required": "Scrivi l’oggetto: di che cosa parla la circolare.",
            "max_length": "L’oggetto ha %(show_value)d caratteri: al più sono 160.",
        },
    )
    testo = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=20_000,
        help_text="Una riga è un capoverso. Intestazione, numero, data e firma si mettono da soli.",
        error_messages={"required": "Scrivi il testo della circolare."},
    )
    ruoli = forms.MultipleChoiceField(
        label="Destinatari",
        choices=[(ruolo, con_maiuscola(nome)) for ruolo, nome in rules.RUOLI.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Scegli almeno un ruolo: qualcuno la deve ricevere."},
    )
    sedi: "forms.ModelMultipleChoiceField[Sede]" = forms.ModelMultipleChoiceField(
        None, label="Solo in queste sedi", required=False, widget=forms.CheckboxSelectMultiple
    )
    classi: "forms.ModelMultipleChoiceField[Classe]" = forms.ModelMultipleChoiceField(
        None, label="Solo in queste classi", required=False, widget=forms.CheckboxSelectMultiple
    )
    pubblica = forms.ChoiceField(
        label="Chi la può leggere", choices=PUBBLICA, widget=forms.RadioSelect, initial="no"
    )
    riscontro = forms.ChoiceField(
        label="Che cosa si chiede a chi la riceve",
        choices=[(valore, con_maiuscola(nome)) for valore, nome in Riscontro.choices],
        widget=forms.RadioSelect,
        initial=Riscontro.PRESA_VISIONE,
    )
    riscontro_entro = forms.DateField(
        label="Entro il giorno",
        required=False,
        widget=_GIORNO,
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        help_text="Serve quando si chiede qualcosa: chi riceve la trova sulla scrivania.",
        error_messages={"invalid": "Scrivi il giorno come 07/06/2024."},
    )
    versione = forms.CharField(required=False, widget=forms.HiddenInput, max_length=64)

    def __init__(
        self, *args: Any, contesto: Contesto, circolare: Circolare | None = None, **kwargs: Any
    ) -> None:
        self.contesto = contesto
        if circolare:
            kwargs["initial"] = _iniziali(circolare)
        super().__init__(*args, **kwargs)
        self.fields["sedi"].queryset = elenco.sedi(contesto.istituto.pk)
        self.fields["classi"].queryset = elenco.classi(contesto.istituto.pk, contesto.oggi)

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        if dati.get("riscontro") == Riscontro.NESSUNO:
            dati["riscontro_entro"] = None
        elif "riscontro_entro" in dati:
            for violazione in rules.verifica_riscontro(
                dati.get("riscontro", ""), dati["riscontro_entro"], self.contesto.oggi
            ):
                self.add_error("riscontro_entro", violazione.testo)
        return dati

    @property
    def dati(self) -> DatiCircolare:
        """What the service takes."""
        puliti = self.cleaned_data
        return DatiCircolare(
            tipo=puliti["tipo"],
            oggetto=puliti["oggetto"],
            testo=puliti["testo"],
            ruoli=puliti["ruoli"],
            sedi=list(puliti["sedi"]),
            classi=list(puliti["classi"]),
            pubblica=puliti["pubblica"] == "si",
            riscontro=puliti["riscontro"],
            riscontro_entro=puliti["riscontro_entro"],
        )

    @property
    def in_alcuni_luoghi(self) -> bool:
        """Whether seats or classes are ticked: then their list is open."""
        return bool(self["sedi"].value() or self["classi"].value())


def _iniziali(circolare: Circolare) -> dict[str, Any]:
    portate = destinatari.portate(destinatari.destinatari(circolare))
    return {
        **{nome: getattr(circolare, nome) for nome in ("tipo", "oggetto", "testo", "riscontro")},
        "riscontro_entro": circolare.riscontro_entro,
        "pubblica": "si" if circolare.pubblica else "no",
        "ruoli": list(portate),
        "sedi": sorted({pk for portata in portate.values() for pk in portata.sedi}),
        "classi": sorted({pk for portata in portate.values() for pk in portata.classi}),
        "versione": elenco.versione(circolare),
    }


class FileForm(forms.Form):
    """An attachment, looked through before it is kept."""

    titolo = forms.CharField(
        label="Titolo dell’allegato",
        required=False,
        max_length=160,
        help_text="Se manca, è il nome del file.",
    )
    file = forms.FileField(
        label="Allegato",
        max_length=200,
        widget=forms.ClearableFileInput(attrs={"accept": ESTENSIONI_AMMESSE}),
        error_messages={
            "required": "Scegli un file dal computer.",
            "empty": "Il file è vuoto.",
            "max_length": "Il nome del file è troppo lungo: accorcialo.",
        },
    )

    def clean_file(self) -> FileAccettato:
        caricato: UploadedFile = self.cleaned_data["file"]
        try:
            return controlla(caricato)
        except FileRifiutato as rifiuto:
            raise forms.ValidationError(rifiuto.messaggio) from rifiuto


class PubblicaForm(forms.Form):
    """The number from which the circulars of the year go on; asked only while it has none."""

    primo_numero = forms.IntegerField(
        label="Numero da cui si comincia",
        min_value=1,
        max_value=9999,
        initial=1,
        help_text="È la prima circolare dell’anno nel portale: se le altre hanno già un numero, "
        "scrivi il seguente.",
    )

    def __init__(self, *args: Any, prima: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not prima:
            del self.fields["primo_numero"]


class AnnullaForm(forms.Form):
    """Why a circular loses its value: who received it reads it."""

    motivo = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Arriva a chi l’ha ricevuta.",
        error_messages={"required": "Il motivo serve: chi l’ha ricevuta lo legge."},
    )


class FiltriForm(forms.Form):
    """What a list is asked for; an odd value is as if it were not there."""

    q = forms.CharField(required=False, max_length=80)
    anno = forms.IntegerField(required=False, min_value=1990, max_value=2100)
    stato = forms.CharField(required=False, max_length=20)

    @classmethod
    def letti(cls, dati: Any, stati: tuple[str, ...]) -> elenco.Filtri:
        """The filters of an address."""
        form = cls(dati)
        form.is_valid()
        puliti = form.cleaned_data
        scelto = puliti.get("stato", "")
        return elenco.Filtri(
            cerca=puliti.get("q", "").strip(),
            anno=puliti.get("anno"),
            stato=scelto if scelto in stati else "",
        )
