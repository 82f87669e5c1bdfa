"""Who is named in a commission, who takes the place of a member."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms

from cpia.scuola.models import Persona
from selezioni_pon.forms.atti import MOTIVO_MASSIMO, RILEGGI, RilettoForm
from selezioni_pon.services.commissione.dati import DatiNomina, DatiSostituzione

# The places that the page offers: five members or as many as the school wants, three substitutes.
POSTI: Final = 5
SUPPLENTI: Final = 3
SCEGLI: Final = [("", "Scegli")]
NESSUNO: Final = [("", "Nessuno")]
ATTO: Final = "Se c’è un atto da citare. Per esempio: verbale del Collegio del 3 giugno 2024."
ATTO_SOSTITUZIONE: Final = "Per esempio: decreto del dirigente n. 42 del 7 giugno 2024."
Scelta = tuple[str, str]


class PersonaField(forms.TypedChoiceField):
    """Somebody who may be named, by the id of the person."""

    def __init__(self, etichetta: str, scelte: Sequence[Any], *, serve: bool = True) -> None:
        super().__init__(
            label=etichetta,
            choices=scelte,
            coerce=int,
            empty_value=None,
            required=serve,
            error_messages={
                "required": "Scegli chi.",
                "invalid_choice": "Questa persona non può più essere nominata: scegli di nuovo.",
            },
        )


class AttoField(forms.CharField):
    """The act that is cited, in words."""

    def __init__(self, aiuto: str, *, serve: bool) -> None:
        super().__init__(
            label="Atto", max_length=200, required=serve, help_text=aiuto,
            error_messages={"required": "Scrivi con quale atto."},
        )  # fmt: skip


class NominaForm(RilettoForm):
    """The members, who presides among them, the substitutes."""

    atto = AttoField(ATTO, serve=False)
    riletto = forms.BooleanField(label="Ho riletto i nomi", error_messages={"required": RILEGGI})

    def __init__(self, *args: Any, persone: Sequence[Persona], minimo: int, **altro: Any) -> None:
        super().__init__(*args, **altro)
        nomi = scelte(persone)
        self.fields["presidente"] = PersonaField("Presidente", [*SCEGLI, *nomi])
        for posto in range(2, max(minimo, POSTI) + 1):
            serve = posto <= minimo
            voci = [*(SCEGLI if serve else NESSUNO), *nomi]
            self.fields[f"componente_{posto}"] = PersonaField(
                f"Componente {posto}", voci, serve=serve
            )
        for posto in range(1, SUPPLENTI + 1):
            self.fields[f"supplente_{posto}"] = PersonaField(
                f"Supplente {posto}", [*NESSUNO, *nomi], serve=False
            )
        self.order_fields(["presidente", *(n for n in self.fields if "_" in n), "atto", "riletto"])

    @property
    def componenti(self) -> list[forms.BoundField]:
        """The fields of who sits."""
        return [self["presidente"], *self._campi("componente_")]

    @property
    def supplenti(self) -> list[forms.BoundField]:
        """The fields of who substitutes."""
        return self._campi("supplente_")

    @property
    def dati(self) -> DatiNomina:
        """What the service takes."""
        puliti = self.cleaned_data
        return DatiNomina(
            presidente_id=puliti["presidente"],
            componenti=self._scelti("componente_"),
            supplenti=self._scelti("supplente_"),
            atto=puliti["atto"],
        )

    def _campi(self, inizio: str) -> list[forms.BoundField]:
        return [self[nome] for nome in self.fields if nome.startswith(inizio)]

    def _scelti(self, inizio: str) -> tuple[int, ...]:
        scelti = (v for nome, v in self.cleaned_data.items() if nome.startswith(inizio))
        return tuple(uno for uno in scelti if uno is not None)


class SostituzioneForm(RilettoForm):
    """Who takes the place, why, with which act."""

    motivo = forms.CharField(
        label="Perché",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Resta agli atti della commissione.",
        error_messages={
            "required": "Scrivi perché.",
            "max_length": "Il motivo ha %(show_value)d caratteri: al più sono 400.",
        },
    )
    atto = AttoField(ATTO_SOSTITUZIONE, serve=True)
    riletto = forms.BooleanField(
        label="Ho riletto chi esce e chi entra", error_messages={"required": RILEGGI}
    )

    def __init__(
        self, *args: Any, supplenti: Sequence[Persona], altri: Sequence[Persona], **altro: Any
    ) -> None:
        super().__init__(*args, **altro)
        gruppi = [("Supplenti", scelte(supplenti)), ("Altre persone", scelte(altri))]
        self.fields["entra"] = PersonaField(
            "Chi prende il posto", [*SCEGLI, *(gruppo for gruppo in gruppi if gruppo[1])]
        )
        self.order_fields(["entra", "motivo", "atto", "riletto"])

    def dati(self, esce_id: int) -> DatiSostituzione:
        """What the service takes, of who leaves."""
        puliti = self.cleaned_data
        return DatiSostituzione(esce_id, puliti["entra"], puliti["motivo"], puliti["atto"])


class RiapriForm(RilettoForm):
    """Why the work begins again."""

    motivo = forms.CharField(
        label="Perché si riaprono i lavori",
        max_length=MOTIVO_MASSIMO,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Scrivi perché si riaprono.",
            "max_length": "Il motivo ha %(show_value)d caratteri: al più sono 600.",
        },
    )
    riletto = forms.BooleanField(label="Ho riletto il motivo", error_messages={"required": RILEGGI})
    field_order = ("motivo", "riletto")


def scelte(persone: Sequence[Persona]) -> list[Scelta]:
    """These persons, by surname."""
    return [(str(una.pk), str(una)) for una in persone]
