"""The seats of an organ as the office writes them: one row for each component."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms

from organi_collegiali.enums import Componente, TipoOrgano, Titolo
from organi_collegiali.rules.organi.composizione import Scuola, Seggio, composizione_di_legge

SEGGI_IN_PIU = 2


class SeggioForm(forms.Form):
    """The seats of one component; without a component the row does not count."""

    componente = forms.ChoiceField(
        required=False, choices=[("", "–"), *((c.value, c.etichetta) for c in Componente)]
    )
    posti = forms.IntegerField(required=False, min_value=0, max_value=500)
    titolo = forms.ChoiceField(
        required=False, choices=[("", "–"), *((t.value, t.etichetta) for t in Titolo)]
    )
    con_voto = forms.BooleanField(required=False)
    fonte = forms.CharField(required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        if dati.get("componente") and not dati.get("titolo"):
            self.add_error("titolo", "Scegli come si diventa componenti.")
        return dati


class SeggiFormSet(forms.BaseFormSet):
    """The composition: each component once for each way of sitting."""

    def clean(self) -> None:
        viste: set[tuple[str, bool, str]] = set()
        for seggio in self.seggi:
            chiave = (seggio.componente, seggio.con_voto, seggio.titolo)
            if chiave in viste:
                testo = f"La componente «{seggio.componente.etichetta}» è scritta due volte."
                raise forms.ValidationError(testo)
            viste.add(chiave)

    @property
    def seggi(self) -> tuple[Seggio, ...]:
        """The rows that count."""
        dati = [getattr(form, "cleaned_data", {}) for form in self.forms]
        return tuple(
            Seggio(
                Componente(d["componente"]), d["posti"], Titolo(d["titolo"]), d["fonte"],
                d["con_voto"],
            )
            for d in dati
            if d.get("componente") and d.get("titolo")
        )  # fmt: skip


SeggiForm = cast(
    "type[SeggiFormSet]",
    forms.formset_factory(
        SeggioForm, formset=SeggiFormSet, extra=SEGGI_IN_PIU, max_num=20, validate_max=True
    ),
)


def iniziali_seggi(seggi: Iterable[Seggio]) -> list[dict[str, Any]]:
    """The rows of the composition as the form shows them."""
    return [
        {
            "componente": s.componente,
            "posti": s.posti,
            "titolo": s.titolo,
            "con_voto": s.con_voto,
            "fonte": s.fonte,
        }
        for s in seggi
    ]


def seggi_di_legge(tipo: TipoOrgano, scuola: Scuola, alunni: int) -> list[dict[str, Any]]:
    """The composition of the law, to be changed where the school has another one."""
    return iniziali_seggi(composizione_di_legge(tipo, scuola, alunni))
