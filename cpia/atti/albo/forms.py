"""What the public asks of the albo, and what the office writes on it."""

from typing import Any

from django import forms

from cpia.atti import registri, rules
from cpia.atti.albo.queries import ufficio
from cpia.atti.albo.queries.pubblico import Filtro
from cpia.atti.albo.rules import giudica_periodo, leggi_ricerca
from cpia.atti.albo.services.bozze import DatiBozza
from cpia.atti.caricamenti import ESTENSIONI_AMMESSE, FileAccettato, FileRifiutato, controlla
from cpia.atti.enums import CategoriaAlbo, VersioneFile
from cpia.atti.models import Documento, Pubblicazione
from cpia.scuola.access import Contesto

FORMATI_DATA = ["%Y-%m-%d", "%d/%m/%Y"]
DATA_ERRATA = "Scrivi il giorno come 14/06/2026."


def _giorno(etichetta: str, *, aiuto: str = "", **altro: Any) -> forms.DateField:
    return forms.DateField(
        label=etichetta,
        help_text=aiuto,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=FORMATI_DATA,
        error_messages={"invalid": DATA_ERRATA, "required": "Scegli il giorno."},
        **altro,
    )


class RicercaForm(forms.Form):
    """What the public looks for; everything may be left empty."""

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        for nome, campo in self.fields.items():
            classe = "form-select" if nome == "categoria" else "form-control"
            if nome in self.errors:
                classe += " is-invalid"
                campo.widget.attrs["aria-describedby"] = f"id_{nome}_error"
            campo.widget.attrs["class"] = classe

    q = forms.CharField(
        label="Cerca nell’oggetto",
        required=False,
        max_length=200,
        widget=forms.TextInput(
            attrs={"placeholder": "parole, numero di repertorio o di protocollo"}
        ),
    )
    categoria = forms.ChoiceField(
        label="Categoria", required=False, choices=[("", "Tutte"), *CategoriaAlbo.choices]
    )
    dal = _giorno("Dal", required=False)
    al = _giorno("Al", required=False)

    def filtro(self, scheda: str) -> Filtro:
        """What was asked, as the reads take it; nothing at all when it makes no sense."""
        if not self.is_valid():
            return Filtro(scheda)
        dati = self.cleaned_data
        return Filtro(scheda, leggi_ricerca(dati["q"]), dati["categoria"], dati["dal"], dati["al"])

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        if dati.get("dal") and dati.get("al") and dati["al"] < dati["dal"]:
            self.add_error("al", "Viene prima del giorno «Dal».")
        return dati


class BozzaForm(forms.Form):
    """An act to publish, while it is a draft."""

    oggetto = forms.CharField(
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Come lo leggerà il pubblico: chi, che cosa, numero dell’atto.",
        error_messages={"required": "Scrivi l’oggetto."},
    )
    categoria = forms.ChoiceField(
        choices=[("", "Scegli…"), *CategoriaAlbo.choices],
        error_messages={"required": "Scegli la categoria."},
    )
    richiedente = forms.CharField(
        label="Ufficio o ente che chiede la pubblicazione",
        max_length=160,
        error_messages={"required": "Scrivi chi chiede la pubblicazione."},
    )
    dal = _giorno(
        "In pubblicazione dal", aiuto="Oggi o un giorno che viene: l’albo non si retrodata."
    )
    al = _giorno("Fino al, compreso", required=False)
    con_dati_personali = forms.BooleanField(
        label="L’oggetto o i file contengono dati personali", required=False, initial=True
    )
    oggetto_dopo = forms.CharField(
        label="Oggetto che resta dopo, senza dati personali",
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Finiti i giorni, o se si annulla, i file pubblici se ne vanno e resta questo.",
    )
    codice_documento = forms.CharField(
        label="Documento del portale da pubblicare, se c’è già",
        max_length=40,
        required=False,
        help_text="Il codice di verifica stampato in fondo al documento, come 7KQF-M3TX-9RLW. "
        "Senza, i file si caricano nella pagina che segue.",
    )

    def __init__(
        self, *args: Any, contesto: Contesto, bozza: Pubblicazione | None = None, **kw: Any
    ) -> None:
        self.contesto = contesto
        kw["initial"] = self._iniziali(bozza)
        super().__init__(*args, **kw)
        giorni = ufficio.giorni_predefiniti(contesto.istituto.pk, contesto.oggi)
        self.fields["al"].help_text = f"Lasciato vuoto: {giorni} giorni interi dopo il primo."

    def _iniziali(self, bozza: Pubblicazione | None) -> dict[str, Any]:
        if bozza is None:
            breve = self.contesto.istituto.denominazione_breve
            return {"richiedente": breve, "dal": self.contesto.oggi}
        codice = bozza.documento.codice_verifica if bozza.documento else ""
        nomi = ("oggetto", "categoria", "richiedente", "dal", "al", "con_dati_personali")
        valori = {nome: getattr(bozza, nome) for nome in (*nomi, "oggetto_dopo")}
        return valori | {"codice_documento": codice}

    def clean_codice_documento(self) -> Documento | None:
        digitato = self.cleaned_data["codice_documento"].strip()
        if not digitato:
            return None
        codice = rules.normalizza_codice(digitato)
        trovato = (
            ufficio.documento_col_codice(self.contesto.istituto.pk, codice) if codice else None
        )
        if trovato is None or not registri.puo_leggere(self.contesto, trovato):
            raise forms.ValidationError(
                "Nessun documento che puoi leggere porta questo codice: controlla le lettere."
            )
        if trovato.riservato or trovato.annullato_il:
            raise forms.ValidationError("Il documento è riservato o annullato: non si pubblica.")
        return trovato

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        if dati.get("con_dati_personali") and not dati.get("oggetto_dopo", "").strip():
            self.add_error(
                "oggetto_dopo", "Scrivi l’oggetto che resta quando i dati personali se ne vanno."
            )
        if dal := dati.get("dal"):
            for violazione in giudica_periodo(dal, dati.get("al") or dal, self.contesto.oggi):
                self.add_error(violazione.campo, violazione.con_fonte)
        return dati

    @property
    def dati(self) -> DatiBozza:
        """What was written, as the act takes it."""
        scritti = dict(self.cleaned_data)
        return DatiBozza(documento=scritti.pop("codice_documento"), **scritti)


class FileForm(forms.Form):
    """A file of a draft."""

    titolo = forms.CharField(
        label="Che cos’è",
        max_length=160,
        required=False,
        help_text="Per esempio «Delibera n. 131» o «Verbale con omissis». Senza, il nome del file.",
    )
    file = forms.FileField(
        help_text="PDF, .p7m, PNG, JPEG, ODT, DOCX o XLSX, fino a 20 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ESTENSIONI_AMMESSE}),
        error_messages={
            "required": "Scegli un file dal computer.",
            "empty": "Il file è vuoto.",
            "max_length": "Il nome del file è troppo lungo: accorcialo.",
        },
        max_length=200,
    )
    versione = forms.ChoiceField(
        label="Versione",
        choices=VersioneFile.choices,
        initial=VersioneFile.INTEGRALE,
        widget=forms.RadioSelect,
    )
    pubblico = forms.ChoiceField(
        label="Chi lo vede",
        choices=[("si", "il pubblico"), ("no", "solo l’ufficio")],
        initial="si",
        widget=forms.RadioSelect,
    )

    def clean_file(self) -> FileAccettato:
        try:
            return controlla(self.cleaned_data["file"])
        except FileRifiutato as rifiuto:
            raise forms.ValidationError(rifiuto.messaggio) from rifiuto

    @property
    def dati(self) -> dict[str, Any]:
        """What was chosen, as the act takes it."""
        scritti = self.cleaned_data
        return {
            "accettato": scritti["file"],
            "titolo": scritti["titolo"].strip() or scritti["file"].nome,
            "versione": VersioneFile(scritti["versione"]),
            "pubblico": scritti["pubblico"] == "si",
        }


class SostitutaForm(forms.Form):
    """Which publication takes the place of another."""

    sostituita_da: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None,
        label="La sostituisce",
        required=False,
        empty_label="Nessuna, per ora",
        error_messages={"invalid_choice": "Scegli una pubblicazione dell’elenco."},
    )

    def __init__(self, *args: Any, pubblicazione: Pubblicazione, **kw: Any) -> None:
        super().__init__(*args, **kw)
        campo = self.fields["sostituita_da"]
        campo.queryset = ufficio.possibili_sostitute(pubblicazione.istituto_id, pubblicazione)
        campo.label_from_instance = _etichetta


class AnnullamentoForm(SostitutaForm):
    """Why a publication loses its value."""

    motivo = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Resta sull’albo: non scrivere nomi né altri dati di persone.",
        error_messages={"required": "Scrivi il motivo: resta sull’albo."},
    )
    oggetto_dopo = forms.CharField(
        label="Oggetto che resta, se ci sono dati personali",
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="È pubblicata come se non ne contenesse. Se nell’oggetto o nei file ce ne sono, "
        "scrivi qui l’oggetto senza: da subito il pubblico legge solo questo.",
    )
    field_order = ["motivo", "oggetto_dopo", "sostituita_da"]

    def __init__(self, *args: Any, pubblicazione: Pubblicazione, **kw: Any) -> None:
        super().__init__(*args, pubblicazione=pubblicazione, **kw)
        if pubblicazione.con_dati_personali:
            del self.fields["oggetto_dopo"]


def _etichetta(pubblicazione: Pubblicazione) -> str:
    return f"{pubblicazione.numero}/{pubblicazione.anno} {pubblicazione.oggetto[:80]}"
