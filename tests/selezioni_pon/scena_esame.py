"""A call whose term is over, two applications, a commission of three that has declared."""

from dataclasses import dataclass, field
from typing import Any

from cpia.scuola.models import Persona
from selezioni_pon.models import Avviso, Commissario, Commissione, Invio, TitoloDichiarato
from tests.factories.candidature import CommissarioFactory, CommissioneFactory, inviata
from tests.factories.scuola import ADESSO, IncaricoFactory, PersonaFactory
from tests.factories.selezioni import AvvisoFactory, GrigliaFactory
from tests.selezioni_pon.scena import Scena, scena

# Every kind of item that a commission meets; the titles stop at 20 points, the rest has no end.
DATI: dict[str, Any] = {
    "titolo": "Esperto",
    "fonte": "Consiglio d’istituto, delibera n. 12 del 10 maggio 2024",
    "sezioni": [
        {
            "sigla": "A", "titolo": "Titoli", "tetto": "20",
            "voci": [
                {
                    "numero": "1", "testo": "Laurea", "tipo": "voto", "tetto": "10",
                    "scale": [
                        {
                            "su": 110, "minimo": 66,
                            "fasce": [
                                {"a": "100", "punti": "6"},
                                {"da": "101", "a": "110", "punti": "8"},
                                {"da": "110", "lode": True, "punti": "10"},
                            ],
                        }
                    ],
                },
                {
                    "numero": "2", "testo": "Esperienze", "tipo": "unita", "punti": "2.5",
                    "tetto": "10",
                },
                {
                    "numero": "3", "testo": "Certificazione", "tipo": "si_no", "punti": "3",
                    "tetto": "3",
                },
            ],
        },
        {
            "sigla": "B", "titolo": "Progetto",
            "voci": [
                {
                    "numero": "4", "testo": "Qualità del progetto", "tipo": "discrezionale",
                    "punti": "20", "tetto": "20",
                },
                {
                    "numero": "5", "testo": "Coerenza", "tipo": "rubrica", "tetto": "18",
                    "gradi": [
                        {"parola": "non coerente", "punti": "0"},
                        {"parola": "buona", "punti": "12"},
                        {"parola": "ottima", "punti": "18"},
                    ],
                },
            ],
        },
    ],
}  # fmt: skip
SOLI_TITOLI = {**DATI, "sezioni": DATI["sezioni"][:1]}
TITOLI = {
    "1": {"voto": 110, "lode": True},
    "2": {"quanti": 3},
    "3": {"posseduto": True},
}


@dataclass
class Esami:
    """The school with a commission at work; ``membri`` sit in it, the first presides."""

    casa: Scena
    avviso: Avviso
    commissione: Commissione
    membri: list[Commissario]
    invii: list[Invio] = field(default_factory=list)

    def atto(self, servizio: Any, chi: int = 0, **altro: Any) -> Any:
        """An act of one of the members."""
        return self.casa.atto(servizio, self.membri[chi].persona, **altro)

    def candidata(self, cognome: str, titoli: Any = TITOLI, **altro: Any) -> Invio:
        """Somebody of the staff sent an application with these titles."""
        persona = PersonaFactory(istituto=self.casa.istituto, cognome=cognome, con_accesso=True)
        IncaricoFactory(istituto=self.casa.istituto, persona=persona)
        self.invii.append(inviata(self.avviso, persona, titoli, **altro))
        return self.invii[-1]

    def titolo(self, voce: str, invio: int = 0) -> TitoloDichiarato:
        """What one of the applications declares of an item."""
        return TitoloDichiarato.objects.get(invio=self.invii[invio], voce=voce)


def commissario(casa: Scena, commissione: Commissione, **altro: Any) -> Commissario:
    """Somebody of the staff who sits there, with the declaration made unless said otherwise."""
    persona = altro.pop("persona", None) or _docente(casa)
    dichiarato = {"dichiarato_il": ADESSO, "senza_condanne": True}
    return CommissarioFactory(
        istituto=casa.istituto, commissione=commissione, persona=persona, **(dichiarato | altro)
    )


def _docente(casa: Scena) -> Persona:
    persona = PersonaFactory(istituto=casa.istituto, con_accesso=True)
    IncaricoFactory(istituto=casa.istituto, persona=persona)
    return persona


def esami(dati: Any = DATI, quante: int = 1, casa: Scena | None = None) -> Esami:
    """Make it, with so many applications; in a school that is there already, if it is given."""
    casa = casa or scena()
    di = {"istituto": casa.istituto}
    griglia = GrigliaFactory(**di, chiusa=True, dati=dati)
    avviso = AvvisoFactory(**di, scaduto=True, griglia=griglia)
    commissione = CommissioneFactory(**di, avviso=avviso)
    membri = [commissario(casa, commissione, presidente=posto == 0) for posto in range(3)]
    tutto = Esami(casa, avviso, commissione, membri)
    for posto in range(quante):
        tutto.candidata(f"Candidata {posto:02d}")
    return tutto
