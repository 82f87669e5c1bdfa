"""A piece of evidence as it is typed: the hours to fill in are those of the row of its kind."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms

from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.norme.forms.versione import VERSIONE_MASSIMA
from cpia.scuola.parole import con_maiuscola
from patto_formativo.enums import TipoEvidenza
from patto_formativo.forms.campi_dossier import CartaField, Ore
from patto_formativo.models import Evidenza
from patto_formativo.queries.crediti import ContoCrediti
from patto_formativo.queries.dossier import tipi_ammessi
from patto_formativo.rules.crediti.richiesta import a_ore_di_attivita, competenze_della_riga
from patto_formativo.rules.misure import in_cifre
from patto_formativo.services.dossier import DatiEvidenza
from patto_formativo.tabelle import voci


class EvidenzaForm(ConViolazioni):
    """A piece of evidence; the hours to fill in are those of the row of its kind."""

    tipo = forms.ChoiceField(
        label="Che cosa è", error_messages={"required": "Scegli che cosa è l’evidenza."}
    )
    titolo = forms.CharField(
        label="Titolo",
        max_length=200,
        help_text="Come si chiama il titolo, il certificato, l’attività.",
        error_messages={
            "required": "Scrivi il titolo dell’evidenza.",
            "max_length": "Il titolo ha %(show_value)d caratteri: al più sono 200.",
        },
    )
    ente = forms.CharField(label="Chi lo rilascia", max_length=160, required=False)
    rilasciata_il = Giorno(label="Data", required=False)
    file = CartaField(label="File", required=False)
    versione = forms.IntegerField(
        widget=forms.HiddenInput, required=False, max_value=VERSIONE_MASSIMA
    )

    def __init__(self, *args: Any, conto: ContoCrediti, tipo: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conto = conto
        self.scelto = TipoEvidenza(tipo) if tipo in set(TipoEvidenza) else None
        self.fields["tipo"].choices = [("", "Scegli"), *_scelte_tipo(conto)]
        if self.scelto is not None:
            self._con_la_riga(self.scelto)

    def _con_la_riga(self, tipo: TipoEvidenza) -> None:
        riga = self.conto.tabella.righe[tipo]
        if riga.entro_anni is not None:
            self.fields[
                "rilasciata_il"
            ].help_text = f"Serve: vale se è di meno di {riga.entro_anni} anni fa."
        raggiunte = competenze_della_riga(riga, self.conto.percorso, self.conto.ore)
        if a_ore_di_attivita(riga):
            ogni = self.conto.tabella.unita.ore_di_attivita
            self.fields["ore_attivita"] = Ore(
                label="Ore di attività",
                help_text=f"Un credito ogni {ogni} ore intere, al massimo {riga.crediti}.",
            )
            self.fields["competenza"] = forms.ChoiceField(
                label="Competenza coerente",
                required=False,
                choices=[("", "Scegli"), *((c, f"{c}. {self.testo(c)}") for c in raggiunte)],
            )
            return
        for codice in raggiunte:
            self.fields[f"ore-{codice}"] = Ore(label=codice)

    def testo(self, codice: str) -> str:
        """What a competence says."""
        return voci(self.conto.percorso)[codice].testo

    @property
    def righe_ore(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """The fields of the hours, axis by axis, with the hours that each competence has."""
        per_asse: dict[str, list[dict[str, Any]]] = {}
        for codice, voce in voci(self.conto.percorso).items():
            if f"ore-{codice}" in self.fields:
                campo = {
                    "codice": codice,
                    "testo": voce.testo,
                    "previste": in_cifre(self.conto.ore[codice]),
                    "campo": self[f"ore-{codice}"],
                }
                per_asse.setdefault(voce.asse, []).append(campo)
        return list(per_asse.items())

    @property
    def dati(self) -> DatiEvidenza:
        """What the service takes."""
        puliti = self.cleaned_data
        attivita = puliti.get("ore_attivita")
        return DatiEvidenza(
            tipo=TipoEvidenza(puliti["tipo"]),
            titolo=puliti["titolo"],
            ente=puliti["ente"],
            rilasciata_il=puliti["rilasciata_il"],
            richieste=_richieste(puliti),
            ore_attivita=attivita,
            competenza=puliti.get("competenza", ""),
            file=puliti["file"],
        )

    def in_prova(self, evidenza: Evidenza | None) -> Evidenza | None:
        """What is typed as a row that is not kept, for the sums; None without a kind."""
        if self.scelto is None:
            return None
        self.full_clean()
        puliti = self.cleaned_data
        riga = self.conto.tabella.righe[self.scelto]
        attivita = a_ore_di_attivita(riga)
        return Evidenza(
            pk=evidenza.pk if evidenza else None,
            tipo=self.scelto.value,
            natura=riga.natura.value,
            titolo=puliti.get("titolo", ""),
            rilasciata_il=puliti.get("rilasciata_il"),
            richieste={} if attivita else _richieste(puliti),
            ore_attivita=puliti.get("ore_attivita", Decimal(0)) if attivita else None,
            competenza=puliti.get("competenza", "") if attivita else "",
            esito=evidenza.esito if evidenza else "",
        )


def iniziali(evidenza: Evidenza) -> dict[str, Any]:
    """What the form shows of a piece of evidence that is kept."""
    ore = {f"ore-{c}": in_cifre(Fraction(quante)) for c, quante in evidenza.richieste.items()}
    attivita = evidenza.ore_attivita
    return {
        "tipo": evidenza.tipo,
        "titolo": evidenza.titolo,
        "ente": evidenza.ente,
        "rilasciata_il": evidenza.rilasciata_il,
        "ore_attivita": "" if attivita is None else in_cifre(Fraction(attivita)),
        "competenza": evidenza.competenza,
        **ore,
    }


def _richieste(puliti: Mapping[str, Any]) -> dict[str, str]:
    return {
        nome.removeprefix("ore-"): format(ore.normalize(), "f")
        for nome, ore in puliti.items()
        if nome.startswith("ore-") and ore
    }


def _scelte_tipo(conto: ContoCrediti) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (
            con_maiuscola(natura.etichetta),
            [(voce.tipo.value, con_maiuscola(voce.tipo.etichetta)) for voce in tipi],
        )
        for natura, tipi in tipi_ammessi(conto.percorso, conto.quadro).items()
        if tipi
    ]
