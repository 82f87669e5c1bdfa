"""What is typed to give a seat, to end a mandate, to give an office."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.scuola.parole import con_maiuscola
from organi_collegiali.enums import Cambiamento, Carica, Componente, TipoOrgano, Titolo
from organi_collegiali.forms.comuni import ATTO_ESEMPIO, PersonaField
from organi_collegiali.models import Candidatura, Mandato, OrganoCollegiale
from organi_collegiali.queries.organi.elettorato import eleggibili
from organi_collegiali.services.organi.nomine import DatiMandato

A_MANO = [titolo for titolo in Titolo if titolo is not Titolo.DI_DIRITTO]
MOTIVI = (Cambiamento.DIMISSIONI, Cambiamento.REQUISITI, Cambiamento.RINNOVO)
NEL_SUO_SENO = (
    "Fra chi siede nel Consiglio d’istituto per questa componente (D.Lgs. 297/1994, art. 8 c. 7)."
)
ATTO = {"required": "Scrivi l’atto: resta nel registro."}


class ComponenteForm(forms.Form):
    """For whom somebody comes to sit: among whom to choose follows from it."""

    componente = forms.ChoiceField(
        label="Componente",
        choices=[("", "Scegli"), *((c.value, c.etichetta) for c in Componente)],
        error_messages={"required": "Scegli la componente."},
    )
    cerca = forms.CharField(
        label="Cerca per cognome o nome", required=False, max_length=80,
        help_text="Vuoto: i primi in ordine alfabetico.",
    )  # fmt: skip


class MandatoForm(ConViolazioni):
    """Who sits, by which title, from when to when."""

    persona = PersonaField()
    titolo = forms.ChoiceField(
        label="Come", choices=[(t.value, con_maiuscola(t.etichetta)) for t in A_MANO]
    )
    con_voto = forms.BooleanField(label="Con diritto di voto", required=False, initial=True)
    qualifica = forms.CharField(
        max_length=120, required=False, help_text="Per esempio: delegato del Comune, esperta."
    )
    supplente_di: "forms.ModelChoiceField[Mandato]" = forms.ModelChoiceField(
        None, label="È il supplente di", required=False, empty_label="Nessuno: siede in proprio",
        help_text="Se siede quando il titolare manca, o solo quando ha un interesse nel caso, lo "
        "dice il regolamento.",
    )  # fmt: skip
    dal = Giorno(label="Dal", manca="Scrivi il primo giorno.")
    al = Giorno(label="Fino al", required=False, help_text="Vuoto se non ha un termine.")
    atto = forms.CharField(
        label="Atto", max_length=200, help_text=ATTO_ESEMPIO, error_messages=ATTO
    )

    def __init__(
        self, *args: Any, organo: OrganoCollegiale, componente: Componente, oggi: date,
        titolari: Any, cerca: str = "", **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.componente = componente
        if organo.tipo == TipoOrgano.GIUNTA:
            self.fields["persona"].help_text = NEL_SUO_SENO
        self.fields["persona"].fra(eleggibili(organo, componente, oggi), cerca)
        self.fields["supplente_di"].queryset = titolari
        self.fields["supplente_di"].label_from_instance = lambda m: str(m.persona)

    @property
    def dati(self) -> DatiMandato:
        """What was typed, as the act takes it."""
        dati = self.cleaned_data
        return DatiMandato(componente=self.componente, **dati | {"titolo": Titolo(dati["titolo"])})


class CessazioneForm(ConViolazioni):
    """Why and when a mandate ends before its term."""

    motivo = forms.ChoiceField(
        label="Perché",
        choices=[(m.value, con_maiuscola(m.etichetta)) for m in MOTIVI],
        widget=forms.RadioSelect,
        error_messages={"required": "Scegli perché cessa."},
    )
    ultimo_giorno = Giorno(label="Ultimo giorno", manca="Scrivi l’ultimo giorno del mandato.")
    atto = forms.CharField(
        label="Atto o lettera", max_length=200, error_messages=ATTO,
        help_text="Per esempio: lettera di dimissioni prot. 2210 del 3 giugno 2024.",
    )  # fmt: skip


class AttoForm(ConViolazioni):
    """The act by which something is declared."""

    atto = forms.CharField(max_length=200, help_text=ATTO_ESEMPIO, error_messages=ATTO)


class CaricaForm(ConViolazioni):
    """Which office a member holds, by which act."""

    carica = forms.ChoiceField(
        label="Carica",
        required=False,
        choices=[("", "Nessuna"), *((c.value, con_maiuscola(c.etichetta)) for c in Carica)],
        widget=forms.RadioSelect,
        help_text="Chi l’aveva prima la lascia.",
    )
    atto = forms.CharField(
        label="Atto o seduta in cui è stato eletto", max_length=200, help_text=ATTO_ESEMPIO,
        error_messages=ATTO,
    )  # fmt: skip


class SubentroForm(ConViolazioni):
    """From when the first of the non-elected sits; who was drawn where several are level."""

    estratto = forms.TypedChoiceField(
        label="Chi è stato estratto a sorte", coerce=int, widget=forms.RadioSelect,
        error_messages={"required": "Indica chi è stato estratto a sorte."},
    )  # fmt: skip
    dal = Giorno(label="Siede dal", manca="Scrivi da quando siede.")
    atto = forms.CharField(max_length=200, help_text=ATTO_ESEMPIO, error_messages=ATTO)

    def __init__(self, *args: Any, pari: Iterable[Candidatura] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scelte = [(riga.pk, str(riga.persona)) for riga in pari]
        self.fields["estratto"].choices = scelte
        if not scelte:
            del self.fields["estratto"]
