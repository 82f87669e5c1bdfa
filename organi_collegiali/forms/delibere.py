"""What is written of a deliberation: what it does to others, what follows, its albo."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from cpia.norme.forms.comuni import Giorno
from cpia.norme.models import Regolamento
from cpia.scuola.models import Persona
from organi_collegiali.enums import AttoEffetto
from organi_collegiali.models import Delibera
from organi_collegiali.queries.delibere import delibere as lettura
from organi_collegiali.queries.delibere.vigenza import nome_breve

ATTI = [
    (AttoEffetto.MODIFICA.value, "modifica"),
    (AttoEffetto.REVOCA.value, "revoca"),
    (AttoEffetto.RATIFICA.value, "ratifica"),
]
VIGORE = [
    ("", "Tutte"),
    (lettura.IN_VIGORE, "In vigore"),
    (lettura.REVOCATE, "Revocate"),
]
NUMERO_MASSIMO = 2_147_483_647


class FiltriForm(forms.Form):
    """The filters of the register; what cannot be read is as if it were not there."""

    organo = forms.IntegerField(required=False, min_value=1, max_value=NUMERO_MASSIMO)
    anno = forms.IntegerField(required=False, min_value=1900, max_value=2999)
    vigore = forms.ChoiceField(required=False, choices=VIGORE)
    q = forms.CharField(required=False, max_length=100)

    @classmethod
    def letti(cls, dati: Any) -> lettura.Filtri:
        """The filters of an address."""
        form = cls(dati)
        form.is_valid()
        puliti = form.cleaned_data
        return lettura.Filtri(
            organo=puliti.get("organo"),
            anno=puliti.get("anno"),
            vigore=puliti.get("vigore") or "",
            cerca=puliti.get("q") or "",
        )


class _DelibereField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Delibera) -> str:
        return f"{nome_breve(obj)}, {obj.organo}: {obj.oggetto[:120]}"


class EffettoForm(forms.Form):
    """This deliberation amends, revokes or ratifies an older one."""

    atto = forms.TypedChoiceField(
        label="Questa delibera",
        choices=ATTI,
        coerce=AttoEffetto,
        error_messages={"required": "Scegli che cosa fa.", "invalid_choice": "Scegli che cosa fa."},
    )
    su = _DelibereField(
        None,
        label="la delibera",
        empty_label="Scegli una delibera di prima",
        error_messages={
            "required": "Scegli quale delibera.",
            "invalid_choice": "Scegli una delibera dell’elenco.",
        },
    )
    in_parte = forms.BooleanField(label="solo in parte", required=False)

    def __init__(self, *args: Any, delibere: QuerySet[Delibera], **kwargs: Any) -> None:
        kwargs["auto_id"] = "effetto-%s"
        super().__init__(*args, **kwargs)
        self.fields["su"].queryset = delibere


class SeguitoForm(forms.Form):
    """What is to be done, by whom, by when."""

    testo = forms.CharField(
        label="Che cosa",
        max_length=300,
        error_messages={
            "required": "Scrivi che cosa si deve fare.",
            "max_length": "Ha %(show_value)d caratteri: al più sono 300.",
        },
    )
    persona: "forms.ModelChoiceField[Persona]" = forms.ModelChoiceField(
        None,
        label="Chi",
        empty_label="Scegli chi lo fa",
        error_messages={
            "required": "Scegli chi lo fa.",
            "invalid_choice": "Scegli una persona dell’elenco.",
        },
    )
    entro_il = Giorno(label="Entro il", manca="Scrivi entro quale giorno.")

    def __init__(self, *args: Any, persone: QuerySet[Persona], **kwargs: Any) -> None:
        kwargs["auto_id"] = "seguito-%s"
        super().__init__(*args, **kwargs)
        self.fields["persona"].queryset = persone


class EsitoForm(forms.Form):
    """How it ended."""

    esito = forms.CharField(
        label="Com’è andata",
        max_length=300,
        error_messages={
            "required": "Scrivi com’è andata.",
            "max_length": "Ha %(show_value)d caratteri: al più sono 300.",
        },
    )


class RegolamentoForm(forms.Form):
    """Which regulation a deliberation adopts."""

    regolamento: "forms.ModelChoiceField[Regolamento]" = forms.ModelChoiceField(
        None,
        label="Regolamento che adotta",
        empty_label="Scegli un regolamento",
        error_messages={
            "required": "Scegli quale regolamento.",
            "invalid_choice": "Scegli un regolamento dell’elenco.",
        },
    )

    def __init__(self, *args: Any, regolamenti: QuerySet[Regolamento], **kwargs: Any) -> None:
        kwargs["auto_id"] = "regolamento-%s"
        super().__init__(*args, **kwargs)
        self.fields["regolamento"].queryset = regolamenti


class PubblicaForm(forms.Form):
    """What the albo must know: whether persons are named, and what remains afterwards."""

    chiesta = forms.BooleanField(label="L’interessato ha chiesto che si pubblichi", required=False)
    con_dati_personali = forms.BooleanField(
        label="L’estratto contiene dati personali", required=False
    )
    oggetto_dopo = forms.CharField(
        label="Oggetto senza nomi",
        required=False,
        max_length=300,
        help_text="Serve se ci sono dati personali: finiti i giorni dell’albo resta solo questo.",
        error_messages={"max_length": "Ha %(show_value)d caratteri: al più sono 300."},
    )

    def __init__(self, *args: Any, delibera: Delibera, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"oggetto_dopo": delibera.oggetto_pubblico})
        super().__init__(*args, **kwargs)
        if delibera.su_persone:
            del self.fields["con_dati_personali"]
        else:
            del self.fields["chiesta"]

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        if dati.get("con_dati_personali") and not dati.get("oggetto_dopo"):
            self.add_error("oggetto_dopo", "Scrivi l’oggetto senza nomi: è quello che resta.")
        return dati
