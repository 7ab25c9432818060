"""Sixty questions of readers, and what each must find first."""

from urllib.parse import parse_qs

import pytest
from django.test import Client
from lxml import html

pytestmark = pytest.mark.django_db
ADDRESSES = {"fr": "/fr/rechercher/", "en": "/en/search/"}
FRENCH = """
malnutrition                                  /fr/themes/malnutrition/
MALNUTRITION AIGUE SEVERE                     /fr/chiffres/indicateurs/sam_children/
MAS                                           /fr/chiffres/indicateurs/sam_children/
périmètre brachial                            /fr/recherche/etudes/muac-mothers/
PB                                            /fr/recherche/etudes/muac-mothers/
muac                                          /fr/recherche/etudes/muac-mothers/
Inserm                                        /fr/recherche/inserm-1219/
befen                                         /fr/partenaires/befen/
bien-etre de la femme et de l'enfant au niger /fr/partenaires/befen/
Alliance Médicale Contre le Paludisme         /fr/partenaires/amcp-sp/
SOS médecins                                  /fr/partenaires/sos-medecins-bf/
alerte sante                                  /fr/partenaires/alerte-sante/
les partenaires                               /fr/partenaires/
Mirriah                                       /fr/programmes/niger/ne-mirriah/
projet mirriah                                /fr/programmes/niger/ne-mirriah/
dakoro                                        /fr/programmes/niger/ne-dakoro/
N’Djaména réfugiés                            /fr/programmes/chad/td-guilmey/
HAITI                                         /fr/programmes/haiti/
rdc                                           /fr/programmes/democratic-republic-of-the-congo/
césarienne                                    /fr/chiffres/indicateurs/caesareans/
vaccins ebola                                 /fr/recherche/etudes/ebovac3/
NCT03751475                                   /fr/recherche/etudes/optima-drc/
10.1186/s13690-016-0149-5                     /fr/recherche/publications/pub-muac-2016/
jiki 2016                                     /fr/recherche/publications/pub-jiki-2016/
13 millions                                   /fr/chiffres/patients-total/
données ouvertes                              /data/
l’enfant de la rue                            /fr/themes/street-children/
malnutriton                                   /fr/themes/malnutrition/
nigre                                         /fr/programmes/niger/
burkina fasso                                 /fr/programmes/burkina-faso/
"""
ENGLISH = """
malnutrition                                  /en/topics/malnutrition/
severe acute malnutrition                     /en/figures/indicators/sam_children/
SAM                                           /en/figures/indicators/sam_children/
MUAC                                          /en/research/studies/muac-mothers/
mid upper arm circumference                   /en/research/studies/muac-mothers/
NGOs                                          /en/topics/local-ngos/
pediatric                                     /en/topics/paediatrics/
vaccinations                                  /en/topics/vaccination/
malaria                                       /en/topics/malaria/
paludisme                                     /en/topics/malaria/
covid 19                                      /en/topics/covid-19/
Keoogo                                        /en/partners/keoogo/
Medical Alliance Against Malaria              /en/partners/amcp-sp/
well-being of women and children in niger     /en/partners/befen/
Action for Development                        /en/partners/afod/
coral                                         /en/research/coral/
African coalition for epidemic research       /en/research/alerrt/
University of Copenhagen                      /en/research/ucph/
Bamenda                                       /en/programmes/cameroon/cm-bamenda/
guidan roumdji                                /en/partners/befen/
cote d ivoire                                 /en/research/pac-ci/
N'Zerekore centre                             /en/programmes/guinea/gn-nzerekore-etc/
nct04920838                                   /en/research/studies/coverage-africa/
https://doi.org/10.1371/journal.pmed.1001967  /en/research/publications/pub-jiki-2016/
budget 2016                                   /en/about/
mothers screening                             /en/research/studies/muac-mothers/
direct funding                                /en/figures/direct-funding/
partnership model                             /en/model/
Guniea                                        /en/programmes/guinea/
cholrea                                       /en/topics/cholera/
"""


CASES = [
    (language, *line.rsplit(maxsplit=1))
    for language, table in (("fr", FRENCH), ("en", ENGLISH))
    for line in table.strip().splitlines()
]


def ask(language, query):
    response = Client().get(ADDRESSES[language], {"q": query})
    assert response.status_code == 200
    return html.fromstring(response.content)


@pytest.mark.parametrize(("language", "query", "address"), CASES)
def test_a_question_finds_first_what_its_reader_means(language, query, address):
    page = ask(language, query)
    # A typing error is answered by a suggestion that leads there.
    for link in page.xpath("//p[@class='search-suggestion']/a"):
        page = ask(language, parse_qs(link.get("href").removeprefix("?"))["q"][0])
    found = [link.get("href") for link in page.xpath("//a[@class='search-group__link']")]
    assert found
    assert found[0].partition("#")[0] == address
