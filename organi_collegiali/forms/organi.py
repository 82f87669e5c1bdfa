"""What the office writes of an organ: its kind, who presides, its seats."""

from typing import Any

from django import forms

from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.scuola.models import Classe, Sede
from cpia.scuola.parole import con_maiuscola
from organi_collegiali.enums import (
    Componente,
    RegolaPresidente,
    RegolaSegretario,
    TipoOrgano,
)
from organi_collegiali.forms.comuni import ATTO_ESEMPIO
from organi_collegiali.models import OrganoCollegiale
from organi_collegiali.rules.organi.composizione import Scuola, Seggio
from organi_collegiali.services.organi.organi import DatiOrgano

ANZIANO = [
    ("", "Il componente più anziano di tutto l’organo"),
    *((c.value, f"Il più anziano della componente «{c.etichetta}»") for c in Componente),
]
DI_CLASSE = (
    TipoOrgano.CONSIGLIO_CLASSE, TipoOrgano.INTERCLASSE, TipoOrgano.INTERSEZIONE,
    TipoOrgano.LIVELLO,
)  # fmt: skip
# Formed where its call is: the office does not form one by hand.
A_MANO = [tipo for tipo in TipoOrgano if tipo is not TipoOrgano.COMMISSIONE_AVVISO]


class TipoForm(forms.Form):
    """Which organ it is: the seats of the law follow from it."""

    tipo = forms.ChoiceField(
        label="Quale organo",
        choices=[("", "Scegli"), *((tipo.value, tipo.etichetta) for tipo in A_MANO)],
        error_messages={"required": "Scegli quale organo."},
    )
    alunni = forms.IntegerField(
        label="Alunni dell’istituto",
        min_value=0,
        max_value=20_000,
        help_text="Fino a 500 il Consiglio d’istituto ha 14 componenti, oltre 19.",
        error_messages={"required": "Scrivi quanti sono gli alunni."},
    )


class OrganoForm(ConViolazioni):
    """The organ itself."""

    nome = forms.CharField(
        max_length=120, error_messages={"required": "Scrivi come si chiama l’organo."}
    )
    dal = Giorno(label="Costituito il", manca="Scrivi da quando è costituito.")
    al = Giorno(label="Fino al", required=False, help_text="Vuoto se resta.")
    regola_presidente = forms.ChoiceField(
        label="Chi presiede",
        choices=[(regola.value, con_maiuscola(regola.etichetta)) for regola in RegolaPresidente],
    )
    anziano_tra = forms.ChoiceField(
        label="Se mancano presidente e vicepresidente", choices=ANZIANO, required=False
    )
    regola_segretario = forms.ChoiceField(
        label="Chi verbalizza",
        choices=[(regola.value, con_maiuscola(regola.etichetta)) for regola in RegolaSegretario],
    )
    classe: "forms.ModelChoiceField[Classe]" = forms.ModelChoiceField(
        None, required=False, empty_label="Nessuna", help_text="Di chi insegna in una classe."
    )
    sede: "forms.ModelChoiceField[Sede]" = forms.ModelChoiceField(
        None, required=False, empty_label="Tutto l’istituto"
    )
    organo_padre: "forms.ModelChoiceField[OrganoCollegiale]" = forms.ModelChoiceField(
        None, label="È un’articolazione di", required=False, empty_label="Nessun organo"
    )
    riservato = forms.BooleanField(
        label="Le sue sedute sono riservate",
        required=False,
        help_text="Niente all’albo né nella ricerca; le carte solo a chi siede.",
    )

    def __init__(
        self, *args: Any, classi: Any, sedi: Any, organi: Any, oggi: Any = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["classe"].queryset = classi
        self.fields["sede"].queryset = sedi
        self.fields["organo_padre"].queryset = organi
        if oggi is not None:
            self.initial.setdefault("dal", oggi)


def iniziali_organo(tipo: TipoOrgano, scuola: Scuola) -> dict[str, Any]:
    """How an organ of this kind is presided and who writes, where the law says it."""
    eletto = RegolaPresidente.ELETTO_GENITORI
    if scuola is Scuola.ADULTI:
        eletto = RegolaPresidente.ELETTO
    presidenti = {
        TipoOrgano.CONSIGLIO_ISTITUTO: eletto,
        TipoOrgano.COMMISSARIO: RegolaPresidente.ELETTO,
        **dict.fromkeys(DI_CLASSE, RegolaPresidente.DELEGATO),
    }
    segretari = {
        TipoOrgano.GIUNTA: RegolaSegretario.DSGA,
        **dict.fromkeys((TipoOrgano.COLLEGIO, *DI_CLASSE), RegolaSegretario.DESIGNATO),
    }
    return {
        "nome": tipo.etichetta,
        "regola_presidente": presidenti.get(tipo, RegolaPresidente.DIRIGENTE),
        "regola_segretario": segretari.get(tipo, RegolaSegretario.NOMINATO),
        "riservato": tipo is TipoOrgano.ORGANO_GARANZIA,
    }


def dati_organo(form: OrganoForm, seggi: tuple[Seggio, ...]) -> DatiOrgano:
    """What was typed, as the act takes it."""
    dati = form.cleaned_data
    return DatiOrgano(
        **dati
        | {
            "regola_presidente": RegolaPresidente(dati["regola_presidente"]),
            "regola_segretario": RegolaSegretario(dati["regola_segretario"]),
            "seggi": seggi,
        }
    )


class RinnovoForm(ConViolazioni):
    """From when the renewed organ sits."""

    dal = Giorno(label="Rinnovato dal", manca="Scrivi da quando siede l’organo rinnovato.")
    atto = forms.CharField(max_length=200, help_text=ATTO_ESEMPIO, error_messages={
        "required": "Scrivi l’atto: resta nel registro."})  # fmt: skip
