"""What is typed of groups, signs, hours at a distance, derogations."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.norme.forms.versione import ConVersione
from cpia.scuola.models import Persona, Sede
from cpia.scuola.parole import con_maiuscola, data_estesa
from organi_collegiali.models import Delibera
from patto_formativo.enums import Livello, MezzoSegno, Percorso
from patto_formativo.models import Corsista, DocenteGruppo, Gruppo
from patto_formativo.services.frequenza import DatiGruppo


class GruppoForm(ConVersione):
    """A group of level: its name, path, site, and who teaches what."""

    AZIONI = ("modifica gruppo di livello",)

    nome = forms.CharField(
        label="Nome del gruppo", max_length=80, help_text="Per esempio: Primo periodo, sera.",
        error_messages={"required": "Scrivi il nome del gruppo."},
    )  # fmt: skip
    percorso = forms.ChoiceField(
        choices=[("", "Scegli"), *((p.value, p.etichetta) for p in Percorso)],
        error_messages={"required": "Scegli il percorso."},
    )
    livello = forms.ChoiceField(
        required=False, help_text="Solo per l’alfabetizzazione.",
        choices=[("", "Nessuno"), *((v.value, v.etichetta) for v in Livello)],
    )  # fmt: skip
    sede: "forms.ModelChoiceField[Sede]" = forms.ModelChoiceField(
        None, empty_label="Scegli", error_messages={"required": "Scegli la sede."}
    )

    def __init__(
        self, *args: Any, sedi: QuerySet[Sede], chi_insegna: QuerySet[Persona],
        docenti: Iterable[DocenteGruppo] = (), **altro: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **altro)
        self.fields["sede"].queryset = sedi
        assi = _assi(docenti)
        # Those of the group come first: the list is that of all the teachers.
        tutti = sorted(chi_insegna, key=lambda persona: persona.pk not in assi)
        self.persone = {persona.pk: persona for persona in tutti}
        for pk, persona in self.persone.items():
            self.fields[f"docente_{pk}"] = forms.BooleanField(
                label=str(persona), required=False, initial=pk in assi
            )
            self.fields[f"asse_{pk}"] = forms.CharField(
                label=f"Che cosa insegna: {persona}", required=False, max_length=80,
                initial=assi.get(pk, ""),
            )  # fmt: skip

    def attuali(self, riga: Gruppo) -> dict[str, Any]:
        """What a group is, with those of its teachers who are on the page."""
        assi = _assi(riga.docenti.all())
        return iniziali_gruppo(riga) | {
            nome: valore
            for pk in self.persone
            for nome, valore in (
                (f"docente_{pk}", pk in assi), (f"asse_{pk}", assi.get(pk, "")),
            )
        }  # fmt: skip

    @property
    def campi(self) -> list[forms.BoundField]:
        """The fields but those of the teachers."""
        return [self[nome] for nome in ("nome", "percorso", "livello", "sede")]

    @property
    def righe(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Each teacher: whether of the group, what is taught."""
        return [(self[f"docente_{pk}"], self[f"asse_{pk}"]) for pk in self.persone]

    @property
    def dati(self) -> DatiGruppo:
        """What was typed, as the act takes it."""
        detto = self.cleaned_data
        livello = Livello(detto["livello"]) if detto["livello"] else None
        return DatiGruppo(detto["nome"], Percorso(detto["percorso"]), detto["sede"], livello)

    @property
    def docenti(self) -> list[tuple[Persona, str]]:
        """The teachers chosen, with what they teach."""
        return [
            (persona, self.cleaned_data[f"asse_{pk}"])
            for pk, persona in self.persone.items()
            if self.cleaned_data[f"docente_{pk}"]
        ]


def _assi(docenti: Iterable[DocenteGruppo]) -> dict[int, str]:
    return {docente.persona_id: docente.asse for docente in docenti}


def iniziali_gruppo(riga: Gruppo) -> dict[str, Any]:
    """What a group is, without its teachers."""
    campi = ("versione", "nome", "percorso", "livello", "sede")
    return {campo: getattr(riga, campo) for campo in campi}


class MembriForm(ConViolazioni):
    """Who comes into a group, from which day."""

    corsisti: "forms.ModelMultipleChoiceField[Corsista]" = forms.ModelMultipleChoiceField(
        None, label="Chi entra", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Scegli chi entra nel gruppo."},
    )  # fmt: skip
    dal = Giorno(label="Dal", manca="Scrivi da quale giorno.")

    def __init__(self, *args: Any, chi: QuerySet[Corsista], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["corsisti"].queryset = chi
        self.fields["corsisti"].label_from_instance = lambda corsista: str(corsista.persona)


class EsceForm(ConViolazioni):
    """The last day in a group."""

    al = Giorno(label="Ultimo giorno nel gruppo", manca="Scrivi l’ultimo giorno.")


class DistanzaForm(ConViolazioni):
    """The hours that are attested, and how it was found out that they were followed."""

    presenze: "forms.TypedMultipleChoiceField" = forms.TypedMultipleChoiceField(
        coerce=int, error_messages={"required": "Scegli le ore da verificare."}
    )
    verifica = forms.CharField(
        label="Come si è verificata", max_length=200,
        help_text="Per esempio: test finale sulla piattaforma, 8 risposte su 10.",
        error_messages={"required": "Scrivi come si è verificata: resta nel registro."},
    )  # fmt: skip

    def __init__(self, *args: Any, scelte: Iterable[int], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["presenze"].choices = [(pk, pk) for pk in scelte]


class SegnoForm(ConViolazioni):
    """How and when somebody who is absent made a sign."""

    giorno = Giorno(label="Quando", manca="Scrivi il giorno.")
    mezzo = forms.ChoiceField(
        label="Come", widget=forms.RadioSelect,
        choices=[(m.value, con_maiuscola(m.etichetta)) for m in MezzoSegno],
        error_messages={"required": "Scegli come si è fatto vivo."},
    )  # fmt: skip
    testo = forms.CharField(
        label="Che cosa ha detto", max_length=300,
        help_text="Poche parole, senza notizie sulla salute: «torna lunedì 10».",
        error_messages={"required": "Scrivi che cosa ha detto."},
    )  # fmt: skip


class DerogaForm(ConViolazioni):
    """Which council proposes a derogation, and why."""

    motivo = forms.CharField(
        max_length=400, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Il motivo, senza diagnosi: «turni di lavoro documentati».",
        error_messages={"required": "Scrivi il motivo: la deroga è motivata."},
    )  # fmt: skip
    consiglio = forms.CharField(
        label="Consiglio che la propone",
        max_length=200,
        error_messages={"required": "Scrivi quale consiglio la propone."},
    )
    proposta_il = Giorno(label="Proposta il", manca="Scrivi il giorno della proposta.")


class ApprovaDerogaForm(ConViolazioni):
    """The deliberation of the Collegio: one of the portal, or its number and day."""

    delibera: "forms.ModelChoiceField[Delibera]" = forms.ModelChoiceField(
        None, label="Delibera del Collegio", required=False,
        empty_label="Non è nel portale: scrivo numero e giorno",
    )  # fmt: skip
    estremi = forms.CharField(
        label="Numero e giorno, se non è nel portale", max_length=200, required=False,
        help_text="Per esempio: delibera n. 12 del 20 maggio 2024.",
    )  # fmt: skip
    approvata_il = Giorno(label="Giorno della delibera", required=False)

    def __init__(self, *args: Any, delibere: QuerySet[Delibera], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["delibera"].queryset = delibere
        self.fields["delibera"].label_from_instance = _in_parole


class RespingiDerogaForm(ConViolazioni):
    """The deliberation that did not approve it."""

    estremi = forms.CharField(
        label="Delibera del Collegio", max_length=200, required=False,
        help_text="Per esempio: delibera n. 12 del 20 maggio 2024.",
    )  # fmt: skip


def _in_parole(delibera: Delibera) -> str:
    giorno = data_estesa(timezone.localdate(delibera.adottata_il))
    oggetto = delibera.oggetto_pubblico or delibera.oggetto
    return f"n. {delibera.numero} del {giorno}: {oggetto[:90]}"
