// Given names that are common in the United States, in small letters. A plain list of single words; it holds
// nobody's data. Names that are also places, ships or ordinary words (Charlotte, Virginia, Hunter, Grant) are left out.
const NAMES = `
aaron abigail adam adrian alan albert alejandro alex alexander alexandra alexis alfred alice alicia allen allison
alyssa amanda amber amy ana andrea andrew angela angelica anita ann anna anne anthony antonio april arthur ashley
barbara barry beth betty beverly bill bob bonnie brandon brenda brent brett brian brittany bruce bryan caitlin
calvin carl carla carlos carmen carol caroline carolyn carrie catherine cathy chad charles cheryl chris christian
christina christine christopher cindy claire claudia cody connie courtney craig crystal cynthia dan daniel danielle
danny darren darryl dave david dawn deborah debra denise dennis derek diana diane don donald donna doris dorothy
doug douglas drew duane dustin dylan ed eddie edgar eduardo edward edwin eileen elaine elizabeth ellen emily emma
enrique eric erica erik erin ernest ethan eugene eva evan evelyn felicia fernando frances francis francisco frank
fred frederick gabriel gail gary gene george gerald gina gloria glenn gordon greg gregory guillermo harold harry
heather hector heidi helen henry herbert holly howard ian irene isaac jack jackie jacob jacqueline jaime james jamie
jan jane janet janice jared jason javier jay jean jeanette jeff jeffrey jennifer jenny jeremy jerry jesse jessica jesus
jill jim jimmy joan joann joanna joe joel john johnny jon jonathan jorge jose joseph joshua joyce juan juanita judith
judy julia julian julie justin karen karl katherine kathleen kathryn kathy katie keith kelly ken kenneth kevin kim
kimberly kristen kristin kristina kyle larry laura lauren laurie lawrence leah lee leon leonard leslie linda lindsay
lindsey lisa lloyd lori lorie louis lucas luis luke lynn manuel marc marcus margaret maria marie marilyn mario marion
mark marsha martha martin marvin mary matt matthew maureen megan melanie melinda melissa melvin michael micheal
michele michelle miguel mike mitchell molly monica nancy natalie natasha nathan nathaniel neil nicholas nick nicole
nina norma norman olivia omar oscar pam pamela patricia patrick patty paul paula pauline pedro peggy perry peter phil
philip phillip phyllis rachel rafael ralph ramon randall randy raul raymond rebecca regina renee rhonda ricardo richard
rick ricky rita rob robert roberto robin rodney roger ron ronald ronnie rosa rose rosemary ross roy ruben russell
ruth ryan sally sam samantha samuel sandra sandy sara sarah sari scott sean sergio seth shane shannon sharon shawn
sheila shelly sherry shirley sonia sophia stacy stanley stephanie stephen steve steven stuart sue susan suzanne sylvia
tamara tammy tanya tara ted teresa terri terry theodore theresa thomas tiffany tim timothy tina todd tom tommy tony
tonya tracy travis troy tyler valerie vanessa veronica vicki vickie victor victoria vincent walter wanda warren wayne
wendy will william willie yolanda yvonne zachary`

const GIVEN_NAMES: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/))

/** Whether a word, in any case, is a common given name. */
export function isGivenName(word: string): boolean {
  return GIVEN_NAMES.has(word.toLowerCase())
}
