"""An item as it is typed: the fields are those of its kind."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from cpia.norme.enums import scelte
from selezioni_pon.enums import ChiPropone, TipoVoce
from selezioni_pon.forms.griglie import per_tipo as pt
from selezioni_pon.forms.griglie.campi import paragrafo, una_riga
from selezioni_pon.forms.griglie.elenchi import Elenchi
from selezioni_pon.forms.griglie.pezzo import PezzoForm, pieni
from selezioni_pon.models import Griglia
from selezioni_pon.rules.griglia import modifica
from selezioni_pon.rules.griglia.frasi import per_chi
from selezioni_pon.rules.griglia.modello import Voce

SEMPRE = ("numero", "testo", "tipo")
RARI = ("altro_nome", "stampato", "richiede", "mai_con", "assorbita_da", "solo_per")
LEGAMI = {
    "richiede": "Non conta senza la voce",
    "mai_con": "È alternativa alla voce",
    "assorbita_da": "Non conta accanto alla voce",
}


class VoceForm(PezzoForm):
    """``sezione`` is the mark of the section, ``trovata`` the item as it is kept, if it is."""

    numero = una_riga("Numero", 12, "Scrivi il numero della voce.")
    testo = paragrafo("Che cosa si valuta", 800, "Scrivi che cosa si valuta.")
    tipo = forms.ChoiceField(
        label="Come dà punti",
        choices=scelte(TipoVoce),
        error_messages={"invalid_choice": "Scegli come la voce dà punti."},
    )
    altro_nome = una_riga("Altro nome", 12, help_text="Per esempio la lettera con cui è stampata.")
    stampato = una_riga("Numero stampato", 12, help_text="Solo se la fonte ne stampa un altro.")

    def __init__(
        self, *args: Any, sezione: str, trovata: Mapping[str, Any] | None = None, **altro: Any
    ) -> None:
        super().__init__(*args, **altro)
        self.sezione = sezione
        self.trovata = trovata or {}
        self._legami()
        for nome, campo in pt.propri(self.di_tipo):
            self.fields[nome] = campo
        self.elenchi = Elenchi(self, self.di_tipo, self.trovata)

    @property
    def di_tipo(self) -> TipoVoce:
        """The kind whose fields the form has: the one chosen, else the first."""
        detto = self.data.get("tipo") or self.initial.get("tipo") or TipoVoce.SI_NO
        return TipoVoce(detto) if detto in list(TipoVoce) else TipoVoce.SI_NO

    def _legami(self) -> None:
        """The other items that this one may name, and whom it is for where it says so."""
        altre = [
            (voce["numero"], f"{voce['numero']}. {voce['testo']}"[:90])
            for sezione in self.dati["sezioni"]
            for voce in sezione["voci"]
            if voce["numero"] != self.trovata.get("numero")
        ]
        for nome, etichetta in LEGAMI.items():
            self.fields[nome] = forms.MultipleChoiceField(
                label=etichetta, choices=altre, required=False,
                widget=forms.CheckboxSelectMultiple,
                error_messages={"invalid_choice": "Scegli fra le voci di questa griglia."},
            )  # fmt: skip
        if self.trovata.get("solo_per"):
            chi = per_chi(_solo_per(self.trovata["solo_per"]))
            self.fields["solo_per"] = forms.BooleanField(
                label=f"Vale solo per {chi}", required=False
            )

    @property
    def rari(self) -> list[forms.BoundField]:
        """The fields that few items need."""
        return [self[nome] for nome in RARI if nome in self.fields]

    @property
    def ha_rari(self) -> bool:
        """Whether one of them says something, or is wrong."""
        return any(campo.errors or campo.value() for campo in self.rari)

    @property
    def singoli(self) -> list[forms.BoundField]:
        """The single fields of the kind."""
        return [self[nome] for nome in pt.nomi_propri(self.di_tipo)]

    def attuali(self, riga: Griglia) -> dict[str, Any]:
        posto = modifica.posto_di(riga.dati, self.era)
        if posto is None:
            return {}
        s, v = posto
        return self.scritta(riga.dati["sezioni"][s]["voci"][v])

    def scritta(self, voce: Mapping[str, Any]) -> dict[str, Any]:
        """What is kept of an item, by the name of the field."""
        detti = {nome: voce[nome] for nome in self._semplici if nome in voce}
        return detti | {"solo_per": bool(voce.get("solo_per"))} | self.elenchi.iniziali(voce)

    @property
    def pezzo(self) -> dict[str, Any]:
        puliti = self.scritti
        per_chi_e = self.trovata.get("solo_per") if puliti.get("solo_per") else None
        solita = puliti.get("chi") == ChiPropone.CANDIDATO.value
        return pieni(
            {nome: puliti[nome] for nome in self._semplici}
            | {"chi": None if solita else puliti.get("chi"), "solo_per": per_chi_e}
            | self.elenchi.pezzi(puliti)
        )

    @property
    def _semplici(self) -> Sequence[str]:
        return (*SEMPRE, "altro_nome", "stampato", *LEGAMI, *pt.nomi_propri(self.di_tipo))

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            self.elenchi.esigi_righe()
        return super().clean()

    def cambiata(self) -> Mapping[str, Any]:
        posto = modifica.posto_di(self.dati, self.era) if self.era else None
        if not self.era and modifica.voce_gia_scritta(self.dati, self.pezzo):
            return self.dati
        if posto is None:
            s = modifica.sezione_di(self.dati, self.sezione) or 0
            return modifica.con_voce(self.dati, s, None, self.pezzo)
        return modifica.con_voce(self.dati, *posto, self.pezzo)

    def campo_del_guasto(self, percorso: str) -> str | None:
        if percorso == "sezioni":
            return "numero"
        _, _, dentro = percorso.partition("voci[")
        _, _, dentro = dentro.partition("].")
        return self.elenchi.campo_del_guasto(dentro) or super().campo_del_guasto(percorso)


def _solo_per(profili: Sequence[str]) -> Voce:
    return Voce("", "", TipoVoce.SI_NO, solo_per=tuple(profili))
