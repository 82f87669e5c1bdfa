"""The Commission of the agreement: who sits for whom, what waits, whether it has met.

It is an organ of ``organi_collegiali`` like the others: here it is only read.
"""

from patto_formativo.queries.commissione.membri import Membro
from patto_formativo.queries.commissione.organi import TIPI, Commissione, commissione, ne_fa_parte
from patto_formativo.queries.commissione.sedute import TENUTE

__all__ = ["TENUTE", "TIPI", "Commissione", "Membro", "commissione", "ne_fa_parte"]
