//! A country, by its code.

use super::plain::trim;
use super::{Verdict, refuse_if};
use crate::registration::message::Message;
use crate::registration::values::Values;

/// The officially assigned codes of ISO 3166-1, and `XK` for Kosovo, which Unicode and postal services use.
const CODES: &str = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCI\
    CKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQ\
    GRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLS\
    LTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPG\
    PHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTK\
    TLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW";

/// All codes.
pub fn codes() -> impl Iterator<Item = &'static str> {
    pairs(CODES)
}

/// Whether a country is in a list of codes, one after the other.
pub(super) fn is_among(list: &'static str, country: &str) -> bool {
    pairs(list).any(|code| code == country)
}

fn pairs(list: &'static str) -> impl Iterator<Item = &'static str> {
    let starts = (0..list.len()).step_by(2);
    starts.filter_map(|start| list.get(start..start + 2))
}

/// Takes one of the codes.
pub fn check(typed: &str, _: &Values) -> Verdict {
    let code = trim(typed).to_ascii_uppercase();
    let is_known = codes().any(|known| known == code);
    refuse_if(!is_known, Message::CountryMissing)?;
    Ok(code)
}
