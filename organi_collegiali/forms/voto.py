"""What is typed to vote: what is put to the vote, the figures, the reasons."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from organi_collegiali.enums import (
    FormaVotazione,
    GenereVotazione,
    ModoVotazione,
    NaturaPunto,
    Scelta,
    VotoPresidente,
)
from organi_collegiali.models import Proposta
from organi_collegiali.rules.voto.apertura_voto import MODI
from organi_collegiali.rules.voto.cifre import Cifre

MASSIMO = 999
NUMERO = "Scrivi quanti: un numero da 0 in su."
SUL_PUNTO = (
    GenereVotazione.PROPOSTA, GenereVotazione.EMENDAMENTO, GenereVotazione.ALTERNATIVA,
)  # fmt: skip


def _scelte(voci: Iterable[Any]) -> list[tuple[str, str]]:
    return [(voce.value, voce.etichetta) for voce in voci]


class VotazioneForm(forms.Form):
    """What is put to the vote, openly or in secret, and how the votes are gathered."""

    genere = forms.ChoiceField(choices=_scelte(SUL_PUNTO), label="Si vota")
    forma = forms.ChoiceField(choices=_scelte(FormaVotazione), label="Voto")
    modo_palese = forms.ChoiceField(choices=_scelte(MODI[FormaVotazione.PALESE]), required=False)
    modo_segreta = forms.ChoiceField(choices=_scelte(MODI[FormaVotazione.SEGRETA]), required=False)
    testo = forms.CharField(label="Che cosa si vota", required=False, max_length=5000)
    proposte = forms.CharField(label="Le proposte, una per riga", required=False, max_length=5000)

    @property
    def modo(self) -> ModoVotazione:
        forma = FormaVotazione(self.cleaned_data["forma"])
        scelto = self.cleaned_data[f"modo_{forma}"]
        return ModoVotazione(scelto) if scelto else MODI[forma][0]

    @property
    def righe(self) -> list[str]:
        """The competing proposals, in the order in which they were made."""
        if self.cleaned_data["genere"] != GenereVotazione.ALTERNATIVA:
            return []
        return [r.strip() for r in self.cleaned_data["proposte"].splitlines() if r.strip()]

    @property
    def che_cosa(self) -> str:
        """What is voted; of competing proposals, that they are."""
        if self.righe:
            return "Proposte in alternativa: " + "; ".join(self.righe)
        return str(self.cleaned_data["testo"])


class CifreForm(forms.Form):
    """The figures of a show of hands: three, or one for each proposal and the abstained."""

    def __init__(self, dati: Mapping[str, Any] | None, proposte: Iterable[Proposta]) -> None:
        super().__init__(dati)
        self.proposte = list(proposte)
        etichette = {f"proposta_{p.pk}": p.testo for p in self.proposte} or {
            "favorevoli": "Favorevoli", "contrari": "Contrari",
        }  # fmt: skip
        for nome, etichetta in {**etichette, "astenuti": "Astenuti"}.items():
            self.fields[nome] = forms.IntegerField(
                label=etichetta,
                min_value=0,
                max_value=MASSIMO,
                error_messages={"required": NUMERO, "invalid": NUMERO, "min_value": NUMERO},
            )
        self.cifre_campi = list(self.fields)
        self.fields["voto_presidente"] = forms.ChoiceField(
            choices=[("", ""), *_scelte(VotoPresidente)], required=False
        )
        self.fields["presidente_per"] = forms.TypedChoiceField(
            choices=[("", ""), *((str(p.pk), p.testo) for p in self.proposte)],
            coerce=int, required=False, empty_value=None,
        )  # fmt: skip

    @property
    def campi(self) -> list[forms.BoundField]:
        """The fields of the figures."""
        return [self[nome] for nome in self.cifre_campi]

    @property
    def cifre(self) -> Cifre:
        dati = self.cleaned_data
        if self.proposte:
            per_proposta = {p.pk: dati[f"proposta_{p.pk}"] for p in self.proposte}
            return Cifre(astenuti=dati["astenuti"], per_proposta=per_proposta)
        return Cifre(dati["favorevoli"], dati["contrari"], dati["astenuti"])

    @property
    def voto_presidente(self) -> VotoPresidente | None:
        scelto = self.cleaned_data["voto_presidente"]
        return VotoPresidente(scelto) if scelto else None


def scritti(dati: Mapping[str, Any], prefisso: str, ammessi: Iterable[int]) -> dict[int, str]:
    """The values of the fields named ``<prefisso>_<id>``, by the ids that the form offered."""
    return {pk: valore for pk in ammessi if (valore := str(dati.get(f"{prefisso}_{pk}", "")))}


def nomi_di(dati: Mapping[str, Any], ammessi: Iterable[int]) -> dict[int, Scelta]:
    """Those who ask that their choice be written."""
    valori = {scelta.value for scelta in Scelta}
    return {
        pk: Scelta(scelta)
        for pk, scelta in scritti(dati, "nome", ammessi).items()
        if scelta in valori
    }


def voto_da(valore: str) -> Scelta | int | None:
    """A choice, or the id of a proposal; None when it is neither."""
    if valore in {scelta.value for scelta in Scelta}:
        return Scelta(valore)
    return int(valore) if valore.isdecimal() and len(valore) < 19 else None


class MotivoForm(forms.Form):
    """Why a vote that was taken is not good."""

    motivo = forms.CharField(
        label="Perché",
        max_length=300,
        help_text="Resta a verbale, con la votazione annullata.",
        error_messages={"required": "Scrivi perché la votazione si annulla: va a verbale."},
    )


class AmmissioneForm(forms.Form):
    """An item that somebody asks to add at the sitting."""

    titolo = forms.CharField(
        label="Argomento",
        max_length=600,
        error_messages={"required": "Scrivi di che cosa si tratta."},
    )
    natura = forms.ChoiceField(
        label="Che cosa si chiede all’organo",
        choices=_scelte([NaturaPunto.DELIBERA, NaturaPunto.SENZA_VOTO, NaturaPunto.REGOLAMENTO]),
        initial=NaturaPunto.DELIBERA.value,
    )
    su_persone = forms.BooleanField(label="Riguarda persone", required=False)
    titolo_pubblico = forms.CharField(
        label="Titolo senza nomi",
        max_length=300,
        required=False,
        help_text="Solo se riguarda persone: è quello che leggono gli altri.",
    )


class DichiarazioneForm(forms.Form):
    """What a member dictates to the letter."""

    testo = forms.CharField(
        label="Le tue parole, come andranno a verbale",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Scrivi la dichiarazione."},
    )
