"""The fields of an application and the steps in which they are asked."""

from typing import Final

from django import forms

from cpia.norme.enums import scelte
from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.norme.forms.persone import CodiceFiscaleField, NomeField
from cpia.scuola.enums import Legame, Sesso
from cpia.scuola.parole import con_maiuscola
from cpia.scuola.rules import PROVINCE
from patto_formativo.enums import Cittadinanza, Lingua, TipoCarta
from patto_formativo.forms.carte import CampoFile
from patto_formativo.rules.iscrizione import Studi

DI_SOGGIORNO = (TipoCarta.PERMESSO, TipoCarta.RINNOVO, TipoCarta.PROTEZIONE)
FILE: Final = {
    "file_identita": TipoCarta.IDENTITA,
    "file_codice": TipoCarta.CODICE_FISCALE,
    "file_soggiorno": TipoCarta.PERMESSO,
    "file_titolo": TipoCarta.TITOLO,
}
PASSI: Final = (
    ("corso", "Il corso", ("offerta", "anni")),
    ("persona", "Chi si iscrive", ("cognome", "nome", "sesso", "data_nascita",
                                   "provincia_nascita", "luogo_nascita", "codice_fiscale",
                                   "codice_confermato")),
    ("cittadinanza", "Cittadinanza", ("cittadinanza", "stato_cittadinanza", "soggiorno",
                                      "soggiorno_scade")),
    ("recapiti", "Come ti troviamo", ("telefono", "email", "lingua")),
    ("minore", "Se ha meno di 18 anni", ("adulto_cognome", "adulto_nome", "adulto_legame",
                                         "comunita")),
    ("studi", "Gli studi", ("studi", "titolo_accesso", "chiede_crediti")),
    ("documenti", "I documenti", tuple(FILE)),
)  # fmt: skip


def facoltativo(etichetta: str, lungo: int, aiuto: str = "") -> forms.CharField:
    return forms.CharField(label=etichetta, max_length=lungo, required=False, help_text=aiuto)


class OffertaField(forms.ModelChoiceField):
    """A course among those offered, each with site and hours."""

    def __init__(self) -> None:
        super().__init__(
            None, label="Corso", empty_label=None, widget=forms.RadioSelect,
            error_messages={
                "required": "Scegli il corso.",
                "invalid_choice": "Scegli un corso fra quelli proposti.",
            },
        )  # fmt: skip


class CampiDomanda(ConViolazioni):
    """What is asked of who applies."""

    offerta = OffertaField()
    anni = forms.TypedChoiceField(
        label="In quanti anni vuoi finire", coerce=int, empty_value=1, required=False,
        choices=[(1, "Un anno"), (2, "Due anni")], widget=forms.RadioSelect,
        help_text="Il termine è passato: puoi fare il percorso in due anni.",
    )  # fmt: skip
    cognome = NomeField("Cognome", "Scrivi il cognome.")
    nome = NomeField("Nome", "Scrivi il nome.")
    sesso = forms.ChoiceField(
        label="Sesso", choices=[(s.value, con_maiuscola(s.label)) for s in Sesso],
        widget=forms.RadioSelect, error_messages={"required": "Scegli femminile o maschile."},
    )  # fmt: skip
    data_nascita = Giorno(label="Data di nascita", manca="Scrivi la data di nascita.")
    provincia_nascita = forms.ChoiceField(
        label="Provincia di nascita",
        choices=[("", "Scegli"), ("EE", "Un altro Stato"), *PROVINCE.items()],
        error_messages={"required": "Scegli la provincia, o «Un altro Stato»."},
    )
    luogo_nascita = forms.CharField(
        label="Comune o Stato di nascita", max_length=120,
        error_messages={"required": "Scrivi il comune, o lo Stato di nascita."},
    )  # fmt: skip
    codice_fiscale = CodiceFiscaleField(
        required=False, help_text="Sedici caratteri. Se non ce l’hai ancora, lascia vuoto."
    )
    codice_confermato = forms.BooleanField(
        label="Ho controllato: sulla tessera è scritto proprio così", required=False
    )
    cittadinanza = forms.ChoiceField(
        label="Cittadinanza",
        choices=[(c.value, con_maiuscola(c.etichetta)) for c in Cittadinanza],
        widget=forms.RadioSelect, error_messages={"required": "Scegli la cittadinanza."},
    )  # fmt: skip
    stato_cittadinanza = facoltativo("Di quale Stato", 60, "Se non è italiana.")
    soggiorno = forms.ChoiceField(
        label="Documento di soggiorno", required=False,
        choices=[("", "Non ce l’ho ancora"),
                 *((t.value, con_maiuscola(t.etichetta)) for t in DI_SOGGIORNO)],
        help_text="Senza documento ti iscrivi lo stesso: ti diciamo entro quando portarlo.",
    )  # fmt: skip
    soggiorno_scade = Giorno(
        label="Valido fino al",
        required=False,
        help_text="Una ricevuta senza data: lascia vuoto.",
    )
    telefono = forms.RegexField(
        r"^\+?[0-9 ().\-/]{5,30}$", label="Telefono", max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
        error_messages={
            "required": "Scrivi il numero di telefono.",
            "invalid": "Scrivi il numero con le sole cifre, per esempio 333 555 0140.",
        },
    )  # fmt: skip
    email = forms.EmailField(
        label="E-mail", max_length=254,
        help_text="Qui arrivano le credenziali. Per un minorenne: l’e-mail di chi ne risponde.",
        error_messages={
            "required": "Scrivi l’indirizzo e-mail.",
            "invalid": "Scrivi un indirizzo come nome@esempio.it.",
        },
    )  # fmt: skip
    lingua = forms.ChoiceField(label="Lingua che leggi meglio", choices=scelte(Lingua))
    adulto_cognome = facoltativo("Cognome di chi ne risponde", 80)
    adulto_nome = facoltativo("Nome di chi ne risponde", 80)
    adulto_legame = forms.ChoiceField(
        label="Chi è", required=False,
        choices=[("", "Scegli"), *((v, con_maiuscola(e)) for v, e in Legame.choices)],
    )  # fmt: skip
    comunita = facoltativo(
        "Comunità o centro che lo ospita", 160, "Se è ospite di una comunità: come si chiama."
    )
    studi = forms.ChoiceField(
        label="L’ultimo titolo di studio",
        choices=[("", "Scegli"), *((s.value, con_maiuscola(s.etichetta)) for s in Studi)],
        error_messages={"required": "Scegli l’ultimo titolo di studio."},
    )
    titolo_accesso = facoltativo("Quale, dove e quando", 120, "Per esempio: licenza media, 1998.")
    chiede_crediti = forms.BooleanField(
        label="Chiedo che si riconosca quello che so già", required=False,
        help_text="Titoli, corsi, lavoro: possono togliere ore al percorso.",
    )  # fmt: skip
    file_identita = CampoFile("Documento d’identità")
    file_codice = CampoFile("Tessera del codice fiscale")
    file_soggiorno = CampoFile("Documento di soggiorno")
    file_titolo = CampoFile("Titolo di studio o attestato")
    chiave = forms.RegexField(
        r"^[A-Za-z0-9-]{8,64}$", widget=forms.HiddenInput,
        error_messages=dict.fromkeys(("required", "invalid"), "Apri di nuovo la pagina."),
    )  # fmt: skip
